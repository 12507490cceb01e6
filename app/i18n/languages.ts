/** A language the portal can speak. A new one is a folder in `locales/` and a line here. */
export interface Language {
  readonly code: string
  /** Its name in itself. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** The locale that dates are written in. */
  readonly dates: string
  /** Made by machine from English, to prove that no sentence is in the code. Never offered in production. */
  readonly pseudo?: true
}

/** What the portal speaks when nothing else fits. */
export const english: Language = { code: 'en', name: 'English', direction: 'ltr', dates: 'en-GB' }

export const languages: readonly Language[] = [
  english,
  { code: 'qps', name: 'Ƥšéúðø', direction: 'rtl', dates: 'en-GB', pseudo: true },
]

/** What `lang` says in HTML: a language of private use is said after a real one, or nothing that reads aloud knows what to do with it. */
export const htmlLangOf = (code: string): string => (languageNamed(code)?.pseudo ? `en-x-${code}` : code)

/** How a part of a page is marked whose language, and with it its direction, may be another than the page's. */
export const writtenIn = (code: string): { readonly lang: string; readonly dir: Language['direction'] } => ({ lang: htmlLangOf(code), dir: languageNamed(code)?.direction ?? english.direction })

export const languageNamed = (code: string | null | undefined): Language | undefined => languages.find((each) => each.code === code)

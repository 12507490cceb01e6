import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type i18n } from 'i18next'
import { folderWith } from './folder-with'
import { english, languageNamed, type Language } from './languages'
import { mapTree, pseudo } from './pseudo'

/** Sentences, dates and lists in one language. */
export interface LanguageWords {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The sentence behind a key such as `common:save.title`, with {{names}} filled in. */
  text(key: string, values?: Record<string, string | number>): string
  has(key: string): boolean
  /** A whole subtree of sentences, with the shape of the English file: `words.tree<typeof start>('start')`. */
  tree<Tree>(key: string, values?: Record<string, string | number>): Tree
  /** '2026-05-04' as "Monday 4 May 2026"; '2026-05' as "May 2026"; '2026' as "2026". */
  date(on: string): string
  /** The time in London of an instant, such as "9:42pm". */
  time(at: string): string
  /** "a, b and c" */
  list(items: readonly string[]): string
  /** "a, b or c" */
  either(items: readonly string[]): string
}

function read(language: Language): Record<string, object> {
  const folder = join(folderWith('locales/en'), 'locales', language.pseudo ? 'en' : language.code)
  // Frozen: every visitor is given the same ones, and a name written into one would be read by the next.
  const kept = (value: unknown) => Object.freeze(language.pseudo && typeof value === 'string' ? pseudo(value) : value)
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const tree = JSON.parse(readFileSync(join(folder, file), 'utf8'), (_key, value: unknown) => kept(value)) as object
        return [file.slice(0, -'.json'.length), tree]
      }),
  )
}

const made = new Map<string, LanguageWords>()

/** The words of a language; English when there is no such language. One instance a language, never changed. */
export function wordsFor(code: string): LanguageWords {
  const language = languageNamed(code) ?? english
  const known = made.get(language.code)
  if (known) return known
  const words = make(language)
  made.set(language.code, words)
  return words
}

function make(language: Language): LanguageWords {
  const resources = read(language)
  const instance: i18n = createInstance()
  void instance.init({
    lng: language.code,
    fallbackLng: false,
    resources: { [language.code]: resources },
    interpolation: { escapeValue: false },
    // A missing sentence is a fault of the build, never a raw key on a family's page.
    parseMissingKeyHandler: (key) => {
      throw new Error(`No sentence for ${key} in ${language.code}.`)
    },
  })
  const formats = dateFormats(language.dates)
  /** What the locale files have at a key, as it is written there. */
  const lookedUp = (key: string): unknown => {
    const [namespace = '', path] = key.split(':')
    return path ? instance.getResource(language.code, namespace, path) : instance.getResourceBundle(language.code, namespace)
  }
  // Every page asks for many of the same keys, and for some that are not there.
  const known = new Map<string, unknown>()
  const resourceAt = (key: string): unknown => {
    if (!known.has(key)) known.set(key, lookedUp(key))
    return known.get(key)
  }
  // A page has about a hundred sentences. Those that only have names to fill in, or nothing, are looked up and cut at their names once.
  const simple = new Map<string, Sentence>()
  return {
    language: language.code,
    direction: language.direction,
    text(key, values) {
      const sentence = simple.get(key)
      if (sentence) return sentence(values)
      const resource = resourceAt(key)
      if (isSimple(resource)) simple.set(key, sentenceOf(resource))
      return instance.t(key, values ?? {})
    },
    has: (key) => resourceAt(key) !== undefined,
    tree: <Tree>(key: string, values?: Record<string, string | number>) => {
      const tree = resourceAt(key)
      if (tree === undefined) throw new Error(`No sentences for ${key} in ${language.code}.`)
      const fill = (text: string) => instance.services.interpolator.interpolate(text, values ?? {}, language.code, {})
      return (values ? mapTree(tree, fill) : tree) as Tree
    },
    date: (on) => formats.date(on),
    time: (at) => formats.time(at),
    list: (items) => formats.list(items),
    either: (items) => formats.either(items),
  }
}

/** A sentence, given what to fill in. */
type Sentence = (values: Record<string, string | number> | undefined) => string

/** Nothing to fill in but {{names}}: no {{value, format}}, no $t(other sentence). Plural forms are at other keys. */
const isSimple = (resource: unknown): resource is string => typeof resource === 'string' && !/\$t\(|\{\{(?!\w+\}\})/.test(resource)

/** Cuts a sentence at its {{names}}, once. */
function sentenceOf(text: string): Sentence {
  // Every other piece is a name.
  const pieces = text.split(/\{\{(\w+)\}\}/)
  if (pieces.length === 1) return () => text
  return (values) => pieces.map((piece, index) => (index % 2 === 0 ? piece : String(values?.[piece] ?? ''))).join('')
}

function dateFormats(locale: string) {
  const inUtc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const day = inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const month = inUtc({ month: 'long', year: 'numeric' })
  const clock = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hourCycle: 'h12' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  return {
    date(on: string) {
      const [year = '', ...rest] = on.split('-')
      if (rest.length === 0) return year
      // "Monday, 4 May 2026" reads better aloud without the comma.
      return rest.length === 1 ? month.format(new Date(`${on}-01T00:00:00Z`)) : day.format(new Date(`${on}T00:00:00Z`)).replace(',', '')
    },
    time: (at: string) => clock.format(new Date(at)).replace(/\s/g, ''),
    list: (items: readonly string[]) => list.format(items),
    either: (items: readonly string[]) => either.format(items),
  }
}

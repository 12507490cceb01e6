import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type LanguageLink = {
  /** The language's name in itself ("Cymraeg"). */
  text: ReactNode
  /** Its BCP 47 tag. */
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  /** Where this page is in that language; the language being read has none. */
  href?: string | undefined
  current?: boolean | undefined
  /** Words read after the name, unseen ("Change the language to Welsh"). */
  description?: ReactNode
}

export type LanguageNavigationProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
  'aria-label': string
  languages: readonly LanguageLink[]
}

/** The same page in other languages, each named in its own. */
export const LanguageNavigation = ({ languages, className, ...rest }: LanguageNavigationProps) => (
  <nav {...rest} className={classNames('govuk-language-navigation', className)}>
    <ul className="govuk-language-navigation__list">
      {languages.map(({ text, lang, dir, href, current = false, description }) => (
        <li key={lang} className="govuk-language-navigation__list-item">
          {current || !href ? (
            <span className="govuk-language-navigation__text" aria-current="true" lang={lang} dir={dir}>
              {text}
            </span>
          ) : (
            <a className="govuk-language-navigation__link" href={href} rel="alternate" lang={lang} hrefLang={lang} dir={dir}>
              {text}
              {description ? <span className="govuk-visually-hidden"> {description}</span> : null}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

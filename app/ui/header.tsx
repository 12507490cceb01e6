import type { ReactNode } from 'react'
import { LanguageNavigation, type LanguageLink } from './language-navigation'

export type HeaderProps = {
  council: { name: string; logoUrl?: string | undefined }
  service: { name: ReactNode; href: string }
  /** Nothing is drawn for fewer than two languages. */
  languages: { label: string; links: readonly LanguageLink[] }
  help: { text: ReactNode; href: string }
  /** The way to what is one's own: links (`wm-bar__link`) and buttons (`wm-bar__button`). */
  account?: ReactNode
}

/** A quiet mark for a council that has given no logo. */
const Mark = () => (
  <svg className="wm-header__mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      fill="currentColor"
      d="M10 1a6.2 6.2 0 0 0-6.2 6.2C3.8 11.8 10 19 10 19s6.2-7.2 6.2-11.8A6.2 6.2 0 0 0 10 1Zm0 9a2.8 2.8 0 1 1 0-5.6A2.8 2.8 0 0 1 10 10Z"
    />
  </svg>
)

/** The council, then the service, then the languages and the way to help: the same on every page. */
export const Header = ({ council, service, languages, help, account }: HeaderProps) => (
  <>
    <div className="wm-header">
      <div className="govuk-width-container wm-header__row">
        <span className="wm-header__council">
          {/* The name stands beside the logo, so the logo need not say it again. */}
          {council.logoUrl ? <img className="wm-header__logo" src={council.logoUrl} alt="" /> : <Mark />}
          {council.name}
        </span>
        <a className="wm-header__service" href={service.href}>
          {service.name}
        </a>
      </div>
    </div>
    <div className="wm-bar">
      <div className="govuk-width-container wm-bar__row">
        {languages.links.length > 1 ? <LanguageNavigation aria-label={languages.label} languages={languages.links} /> : null}
        <div className="wm-bar__links">
          <a className="govuk-link wm-bar__link" href={help.href}>
            {help.text}
          </a>
          {account}
        </div>
      </div>
    </div>
  </>
)

import type { ReactNode } from 'react'
import { Header, type HeaderProps } from './header'
import { SkipLink } from './skip-link'

export type PageShellProps = HeaderProps & {
  skipText: ReactNode
  /** A line above everything: that this is a demo, or that the service is closing for an hour. */
  notice?: ReactNode
  /** The back link. */
  back?: ReactNode
  /** The person to talk to, and help that is not the council: a `PeoplePanel`, the same on every page (WCAG 2.2, 3.2.6). */
  people: ReactNode
  footer: { label: string; links: readonly { text: ReactNode; href: string }[] }
  children: ReactNode
}

/** The furniture around every page; the page's own words go inside, in `main`. */
export const PageShell = ({ skipText, notice, back, people, footer, children, ...header }: PageShellProps) => (
  <>
    <SkipLink>{skipText}</SkipLink>
    <header>
      {notice ? (
        <div className="wm-notice">
          <div className="govuk-width-container">{notice}</div>
        </div>
      ) : null}
      <Header {...header} />
      {back ? <div className="govuk-width-container">{back}</div> : null}
    </header>
    <div className="govuk-width-container wm-page">
      <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
        {children}
      </main>
      {people}
    </div>
    <footer className="wm-footer">
      <nav className="govuk-width-container" aria-label={footer.label}>
        <ul className="wm-footer__links">
          {footer.links.map(({ text, href }) => (
            <li key={href}>
              <a className="govuk-link wm-footer__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  </>
)

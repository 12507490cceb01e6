import type { ReactNode } from 'react'
import { BackLink } from '~/ui/back-link'
import { EmailLink } from '~/ui/email-link'
import { PageShell } from '~/ui/page-shell'
import { PeoplePanel } from '~/ui/people-panel'
import { PhoneLink } from '~/ui/phone-link'
import type { ShellView } from './shell.server'

export interface BackView {
  readonly text: string
  readonly href: string
}

/** The furniture around every page, filled in. */
export const Shell = ({ shell, back, children }: { shell: ShellView; back?: BackView | undefined; children: ReactNode }) => (
  <PageShell
    skipText={shell.skip}
    council={{ name: shell.council.name, logoUrl: shell.council.logo }}
    service={{ name: shell.service, href: '/' }}
    languages={{
      label: shell.languages.label,
      links: shell.languages.links.map(({ code, name, direction, href, current }) => ({ lang: code, text: name, dir: direction, href, current })),
    }}
    help={{ text: shell.help, href: '/help' }}
    account={<Account {...shell.account} />}
    notice={shell.demo ? <DemoNotice {...shell.demo} /> : undefined}
    back={back ? <BackLink href={back.href}>{back.text}</BackLink> : undefined}
    people={<People {...shell.people} />}
    footer={shell.footer}
  >
    {children}
  </PageShell>
)

const DemoNotice = ({ text, link }: NonNullable<ShellView['demo']>) => (
  <>
    {text}{' '}
    <a className="govuk-link" href="/dev/outbox">
      {link}
    </a>
  </>
)

const Account = ({ requests, signIn, signOut }: ShellView['account']) => (
  <>
    <a className="govuk-link wm-bar__link" href="/applications">
      {requests}
    </a>
    {signIn ? (
      <a className="govuk-link wm-bar__link" href="/sign-in">
        {signIn}
      </a>
    ) : null}
    {signOut ? (
      <form method="post" action="/sign-out" aria-label={signOut.text}>
        <input type="hidden" name="csrf" value={signOut.csrf} />
        <button type="submit" className="wm-bar__button">
          {signOut.text}
        </button>
      </form>
    ) : null}
  </>
)

const People = ({ heading, team, hours, rows, freeHelp, sendiass, ipsea, more }: ShellView['people']) => (
  <PeoplePanel
    heading={heading}
    freeHelp={{
      heading: freeHelp,
      children: (
        <>
          <p className="govuk-body">
            <strong>{sendiass.name}</strong>
            <br />
            <PhoneLink number={sendiass.phone} />
            <br />
            {sendiass.what}
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href="https://www.ipsea.org.uk/">
              {ipsea.name}
            </a>
            <br />
            {ipsea.what}
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href="/help">
              {more}
            </a>
          </p>
        </>
      ),
    }}
  >
    <p className="govuk-body">
      <strong>{team}</strong>
      <br />
      {hours}
    </p>
    <ul className="govuk-list">
      {rows.map((row) => (
        <li key={row.label}>
          {row.label}: {row.isEmail ? <EmailLink address={row.text} /> : <PhoneLink number={row.text} />}
        </li>
      ))}
    </ul>
  </PeoplePanel>
)

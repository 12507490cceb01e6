import type { PrintedLine } from '~/engine/timeline-request'
import { PhoneLink } from '~/ui/phone-link'
import { SummaryList } from '~/ui/summary-list'

/** One way to reach someone, in words: what it is, then whatever there is of it. */
export interface HelpLine {
  readonly name: string
  /** What they do for a family. */
  readonly what?: string
  readonly phone?: string
  readonly email?: string
  readonly post?: readonly string[]
  readonly website?: string
}

/** Whom to ask, one a row: the name, then how to reach them. */
export const HelpLines = ({ lines }: { lines: readonly HelpLine[] }) => (
  <SummaryList rows={lines.map((line) => ({ label: <Name {...line} />, value: <Ways {...line} /> }))} />
)

const Name = ({ name, website }: HelpLine) =>
  website ? (
    <a className="govuk-link" href={website}>
      {name}
    </a>
  ) : (
    <>{name}</>
  )

/** A website as it is written on paper. */
const written = (website: string) => website.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** The same lines in a PDF. */
export const linesOf = ({ phone, email, post, what, website }: HelpLine): readonly PrintedLine[] => [
  ...(phone ? [phone] : []),
  ...(email ? [{ text: email, href: `mailto:${email}` }] : []),
  ...(post ?? []),
  ...(what ? [what] : []),
  ...(website?.startsWith('http') ? [{ text: written(website), href: website }] : []),
]

const Ways = ({ what, phone, email, post, website }: HelpLine) => (
  <>
    {phone ? (
      <p className="govuk-body">
        <PhoneLink number={phone} />
      </p>
    ) : null}
    {email ? (
      <p className="govuk-body">
        <a className="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      </p>
    ) : null}
    {post ? (
      <p className="govuk-body">
        {post.map((line, index) => (
          <span key={line}>
            {index > 0 ? <br /> : null}
            {line}
          </span>
        ))}
      </p>
    ) : null}
    {what ? <p className="govuk-body">{what}</p> : null}
    {website?.startsWith('http') ? <p className="govuk-body wm-print-only">{written(website)}</p> : null}
  </>
)

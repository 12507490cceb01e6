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
  <SummaryList rows={lines.map((line) => ({ label: line.website ? <a className="govuk-link" href={line.website}>{line.name}</a> : line.name, value: <Ways {...line} /> }))} />
)

const Ways = ({ what, phone, email, post }: HelpLine) => (
  <>
    {what ? <p className="govuk-body">{what}</p> : null}
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
      <address className="govuk-body wm-post">
        {post.map((line, index) => (
          <span key={line}>
            {index > 0 ? <br /> : null}
            {line}
          </span>
        ))}
      </address>
    ) : null}
  </>
)

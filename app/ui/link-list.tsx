import { classNames } from './class-names'

export interface LinkListProps {
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly isBulleted?: boolean
}

/** Places to go, one a line. */
export const LinkList = ({ links, isBulleted = false }: LinkListProps) => (
  <ul className={classNames('govuk-list', isBulleted && 'govuk-list--bullet')}>
    {links.map(({ href, text }) => (
      <li key={`${href} ${text}`}>
        <a className="govuk-link" href={href}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)

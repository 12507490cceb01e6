export interface SchoolItem {
  readonly id: string
  readonly name: string
  readonly lines: readonly string[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** Pupils, each with where it stands and what can be done. */
export const SchoolList = ({ heading, none, list }: { readonly heading: string; readonly none: string; readonly list: readonly SchoolItem[] }) => (
  <section className="wm-section">
    <h2 className="govuk-heading-m">{heading}</h2>
    {list.length === 0 ? <p className="govuk-body">{none}</p> : null}
    {list.map(({ id, name, lines, links }) => (
      <div key={id} className="wm-request">
        <h3 className="govuk-heading-s">
          <bdi>{name}</bdi>
        </h3>
        <p className="govuk-body">{lines.join(' ')}</p>
        {links.map(({ href, text }) => (
          <p key={href} className="govuk-body">
            <a className="govuk-link" href={href}>
              {text} <span className="govuk-visually-hidden">({name})</span>
            </a>
          </p>
        ))}
      </div>
    ))}
  </section>
)

export interface RequestGroupView {
  readonly heading: string
  /** What their links say: carry on, or follow. */
  readonly action: string
  readonly list: readonly { readonly href: string; readonly name: string; readonly reference: string; readonly state: string; readonly kept: string }[]
}

/** Requests that stand alike: each with its child, its reference, where it stands and a way to it. */
export const RequestGroup = ({ group: { heading, action, list } }: { group: RequestGroupView }) => (
  <section className="wm-section">
    <h2 className="govuk-heading-m">{heading}</h2>
    {list.map(({ href, name, reference, state, kept }) => (
      <div key={href} className="wm-request">
        <h3 className="govuk-heading-s">
          <bdi>{name}</bdi>
        </h3>
        <p className="govuk-body">
          {reference}
          <br />
          {state} {kept}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={href}>
            {action} <span className="govuk-visually-hidden">{reference}</span>
          </a>
        </p>
      </div>
    ))}
  </section>
)

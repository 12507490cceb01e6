import { Passage } from './passage'

export interface PaperFormsView {
  readonly heading: string
  readonly text: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** The form on paper, for whoever would rather not use a screen. */
export const PaperForms = ({ view: { heading, text, links } }: { view: PaperFormsView }) => (
  <Passage words={{ heading, text: [text] }}>
    <ul className="govuk-list">
      {links.map(({ href, text: words }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </Passage>
)

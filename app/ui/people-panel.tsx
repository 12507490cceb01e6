import type { ReactNode } from 'react'

export type PeoplePanelProps = {
  heading: ReactNode
  /** The person or the team: name, phone, hours, how soon they answer. */
  children: ReactNode
  /** Free help that is not the council. */
  freeHelp: { heading: ReactNode; children: ReactNode }
}

/** Who to talk to: on every page, in the same place. */
export const PeoplePanel = ({ heading, children, freeHelp }: PeoplePanelProps) => (
  <aside className="wm-people" aria-labelledby="talk-to-someone">
    <h2 className="govuk-heading-m" id="talk-to-someone">
      {heading}
    </h2>
    {children}
    <h3 className="govuk-heading-s">{freeHelp.heading}</h3>
    {freeHelp.children}
  </aside>
)

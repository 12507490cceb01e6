import type { ReactNode } from 'react'

export type CardPart = { heading: ReactNode; children: ReactNode }

export type NowCardProps = {
  /** Said first of all when something is late: sorry, why, the first date and the new one. */
  late?: ReactNode
  happening: ReactNode
  /** What comes next, and by when. */
  next: ReactNode
  whatYouCanDo: CardPart
  whoToTalkTo: CardPart
  /** What if it is late, or the answer is no. */
  ifItGoesWrong: CardPart
}

const Part = ({ heading, children }: CardPart) => (
  <div>
    <h3 className="wm-card__heading">{heading}</h3>
    {children}
  </div>
)

/** Answers the five things a family asks about the stage they are at, always in the same order. */
export const NowCard = ({ late, happening, next, whatYouCanDo, whoToTalkTo, ifItGoesWrong }: NowCardProps) => (
  <div className="wm-card">
    {late ? <div className="govuk-body wm-card__late">{late}</div> : null}
    <div className="govuk-body">{happening}</div>
    <div className="govuk-body">{next}</div>
    <Part {...whatYouCanDo} />
    <Part {...whoToTalkTo} />
    <Part {...ifItGoesWrong} />
  </div>
)

/** A date by which something is due, set apart in the text. */
export const Due = ({ children }: { children: ReactNode }) => <strong className="wm-due">{children}</strong>

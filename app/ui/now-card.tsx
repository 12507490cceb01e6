import type { ReactNode } from 'react'

export type CardPart = { heading: ReactNode; children: ReactNode }

export type NowCardProps = {
  /** Said first of all when something is late: sorry, why, the first date and the new one. */
  late?: ReactNode
  happening: CardPart
  /** What comes next, and by when. */
  next?: CardPart | undefined
  whatYouCanDo?: CardPart | undefined
  whoToTalkTo: CardPart
  /** What if it is late, or the answer is no. */
  ifItGoesWrong: CardPart
}

const Part = ({ heading, children }: CardPart) => (
  <div className="govuk-body">
    <h3 className="wm-card__heading">{heading}</h3>
    {children}
  </div>
)

/** Answers the five things a family asks about the stage they are at, always in the same order. */
export const NowCard = ({ late, happening, next, whatYouCanDo, whoToTalkTo, ifItGoesWrong }: NowCardProps) => (
  <div className="wm-card">
    {late ? <div className="govuk-body wm-card__late">{late}</div> : null}
    <Part {...happening} />
    {next ? <Part {...next} /> : null}
    {whatYouCanDo ? <Part {...whatYouCanDo} /> : null}
    <Part {...whoToTalkTo} />
    <Part {...ifItGoesWrong} />
  </div>
)

/** A date by which something is due, set apart in the text. */
export const Due = ({ children }: { children: ReactNode }) => <strong className="wm-due">{children}</strong>

import { all, holds } from '~/engine/condition'
import { restsOn, type Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import { canFollow } from './can-follow'
import type { Fact, NewFact } from './facts'
import type { Invitation } from './schools/invitation'
import type { changesSince } from './sent-summary'
import { NOT_A_MEMBER } from './standing'
import { viewerOf } from './timeline-view'

/** What a sending tells: the name of its fact, and what it says besides its date. */
export type Told = Pick<NewFact, 'fact' | 'details'>

/**
 * The first sending. A family or a school asks (Children and Families Act 2014 s.36(1)) or, where there is a plan, asks to assess again (s.44).
 * Anybody else brings a child to the council's notice: the same clock, other rights (s.24, s.36(3)).
 * @param answers the invitation by which a school was asked for it
 */
export function requestOf(form: Form, journey: Journey, answers?: Pick<Invitation, 'isMember'>): Told {
  const remarks = [...remarksOn(form, journey), ...(answers?.isMember === false ? [NOT_A_MEMBER] : [])]
  const asks = !answers && mayAsk(form, journey)
  return {
    fact: answers ? 'evidence-sent' : asks ? 'submitted' : 'brought-to-notice',
    details: { ...(asks && asksAgain(form, journey) && { request: 're-assessment' }), ...(remarks.length > 0 && { remarks }) },
  }
}

/** What staff should see first, were it sent now. */
export const remarksOn = (form: Form, { valueOf }: Pick<Journey, 'valueOf'>): readonly string[] =>
  Object.entries(form.remarks).flatMap(([code, condition]) => (holds(condition, valueOf) ? [code] : []))

/** By which time limits a request would be decided if it were sent now. */
export const routeAsked = (form: Form, journey: Journey): 'new' | 'reassessment' => (mayAsk(form, journey) && asksAgain(form, journey) ? 'reassessment' : 'new')

const mayAsk = (form: Form, journey: Journey) => viewerOf(form, journey) !== 'notifier'

const asksAgain = ({ reassessmentWhen }: Form, { valueOf }: Journey) => reassessmentWhen !== undefined && holds(reassessmentWhen, valueOf)

/**
 * A later sending, with what staff should see first that they were not shown before. When it says otherwise than before whether there is a plan, and
 * nothing is decided, the other time limits count.
 */
export function changeOf(form: Form, journey: Journey, { kind, summary }: NonNullable<ReturnType<typeof changesSince>>, facts: readonly Fact[], today: string): Told {
  const shown = new Set(facts.flatMap(({ details }): readonly unknown[] => (Array.isArray(details['remarks']) ? details['remarks'] : [])))
  const remarks = remarksOn(form, journey).filter((code) => !shown.has(code))
  const details = remarks.length > 0 ? { remarks } : {}
  const plain: Told = { fact: kind, details }
  const telling = restsOn(form, form.reassessmentWhen ?? all())
  const isAbout = summary.sections.some(({ rows }) => rows.some(({ question }) => telling.has(question)))
  if (!isAbout || !mayAsk(form, journey)) return plain
  const turned: Told = { fact: 'corrected', details: { request: asksAgain(form, journey) ? 're-assessment' : 'first', ...details } }
  return canFollow(facts, { ...turned, id: '', on: today, by: '' }, today) === true ? turned : plain
}

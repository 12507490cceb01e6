import { all, holds } from '~/engine/condition'
import { restsOn, type Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import { canFollow } from './can-follow'
import type { Fact, NewFact } from './facts'
import type { changesSince } from './sent-summary'
import { viewerOf } from './timeline-view'

/** What a sending tells: the name of its fact, and what it says besides its date. */
export type Told = Pick<NewFact, 'fact' | 'details'>

/**
 * The first sending. Somebody who is not the family brings a child to the council's notice: the same clock, other rights (Children and Families
 * Act 2014 s.24, s.36(3)). Where there is a plan, the family asks to assess again (s.44).
 */
export function requestOf(form: Form, journey: Journey): Told {
  const remarks = Object.entries(form.remarks).flatMap(([code, condition]) => (holds(condition, journey.valueOf) ? [code] : []))
  const isFamily = viewerOf(form, journey) === 'family'
  return {
    fact: isFamily ? 'submitted' : 'brought-to-notice',
    details: { ...(isFamily && asksAgain(form, journey) && { request: 're-assessment' }), ...(remarks.length > 0 && { remarks }) },
  }
}

/** By which time limits a request would be decided if it were sent now. */
export const routeAsked = (form: Form, journey: Journey): 'new' | 'reassessment' => (viewerOf(form, journey) === 'family' && asksAgain(form, journey) ? 'reassessment' : 'new')

const asksAgain = ({ reassessmentWhen }: Form, { valueOf }: Journey) => reassessmentWhen !== undefined && holds(reassessmentWhen, valueOf)

/** A later sending. When it says otherwise than before whether there is a plan, and nothing is decided, the other time limits count. */
export function changeOf(form: Form, journey: Journey, { kind, summary }: NonNullable<ReturnType<typeof changesSince>>, facts: readonly Fact[], today: string): Told {
  const plain: Told = { fact: kind, details: {} }
  const telling = restsOn(form, form.reassessmentWhen ?? all())
  const isAbout = summary.sections.some(({ rows }) => rows.some(({ question }) => telling.has(question)))
  if (!isAbout || viewerOf(form, journey) !== 'family') return plain
  const turned: Told = { fact: 'corrected', details: { request: asksAgain(form, journey) ? 're-assessment' : 'first' } }
  return canFollow(facts, { ...turned, id: '', on: today, by: '' }, today) === true ? turned : plain
}

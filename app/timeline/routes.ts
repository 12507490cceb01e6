import type { StepId } from './milestone'
import type { RuleId } from './rules'

/** How the council came to owe an assessment or a plan. */
export type Route = 'new' | 'reassessment' | 'tribunal-assess' | 'mediation-assess' | 'unopposed-assess' | 'tribunal-make-plan'

/** The steps of a route in order, each with the rule that limits it. */
export interface RouteLaw {
  steps: readonly { id: StepId; rule: RuleId }[]
  /** Whether the latest day for a draft is worked out from the final limit. */
  datesDraft: boolean
}

const assessment = (assess: RuleId, planRefusal: RuleId, finalPlan: RuleId): RouteLaw => ({
  steps: [
    { id: 'assess-decision', rule: assess },
    { id: 'plan-decision', rule: planRefusal },
    { id: 'final-plan', rule: finalPlan },
  ],
  datesDraft: true,
})

/** Each route's own limits. */
export const routes: Record<Route, RouteLaw> = {
  'new': assessment('assess-decision', 'plan-refusal', 'final-plan'),
  'tribunal-assess': assessment('order-assess', 'order-plan-refusal', 'order-final-plan'),
  'mediation-assess': assessment('mediation-assess', 'mediation-plan-refusal', 'mediation-final-plan'),
  'unopposed-assess': assessment('unopposed-assess', 'unopposed-plan-refusal', 'unopposed-final-plan'),
  'reassessment': {
    steps: [
      { id: 'reassess-decision', rule: 'reassess-decision' },
      { id: 'final-plan', rule: 'reassess-final-plan' },
    ],
    datesDraft: false,
  },
  'tribunal-make-plan': {
    steps: [
      { id: 'draft-plan', rule: 'order-make-draft' },
      { id: 'final-plan', rule: 'order-make-final' },
    ],
    datesDraft: false,
  },
}

/** Is this the name of a route? */
export function isRoute(text: string): text is Route {
  return Object.hasOwn(routes, text)
}

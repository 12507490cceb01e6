import type { SendFacts } from '~/timeline'
import { adviserOf, factsOf, type DetailsOf, type Fact } from '../facts'
import type { Round } from './turns'

/** One run of the clock, as the statutory timeline reads it. */
export function sendFactsOf({ route, startedOn, facts }: Round): SendFacts {
  const dayOf = (name: Parameters<typeof factsOf>[1]) => factsOf(facts, name).at(-1)?.on
  const reassessed = factsOf(facts, 'reassessment-decided')[0]
  return {
    route,
    startedOn,
    assessDecision:
      decided(dayOf('assessment-agreed'), 'assess') ??
      decided(dayOf('assessment-refused'), 'refuse') ??
      (reassessed && { on: reassessed.on, outcome: reassessed.details.outcome }),
    advice: factsOf(facts, 'advice-requested').map(({ on, details }) => ({
      adviser: adviserOf(details),
      requestedOn: on,
      receivedOn: details.receivedByThemOn ?? on,
      returnedOn: factsOf(facts, 'advice-received').find((received) => adviserOf(received.details) === adviserOf(details))?.on,
    })),
    planDecision: decided(dayOf('plan-agreed'), 'issue') ?? decided(dayOf('plan-refused'), 'no-plan'),
    draftServedOn: dayOf('draft-plan-sent'),
    schoolConsultations: factsOf(facts, 'school-consulted').map(({ on, details: { school } }) => ({
      school,
      consultedOn: on,
      repliedOn: factsOf(facts, 'school-replied').find((replied) => replied.details.school === school)?.on,
    })),
    finalSentOn: dayOf('final-plan-sent'),
    withdrawnOn: dayOf('withdrawn') ?? dayOf('assessment-ended'),
    exceptionClaims: claimsOf(facts).map(({ exception, fromOn, toOn, adviser }) => ({
      kind: exception,
      fromOn,
      toOn,
      adviser: adviser && adviserOf(adviser),
    })),
  }
}

/** The claims, each with its last day: the day said, or the day it was said to have ended. */
export function claimsOf(facts: readonly Fact[]): readonly DetailsOf<'exception-claimed'>[] {
  const ends = [...factsOf(facts, 'exception-ended')]
  return factsOf(facts, 'exception-claimed').map(({ details }) => {
    const end = ends.findIndex((each) => each.details.exception === details.exception)
    const [ended] = end < 0 ? [] : ends.splice(end, 1)
    return { ...details, toOn: details.toOn ?? ended?.on }
  })
}

const decided = <Outcome extends string>(on: string | undefined, outcome: Outcome) => (on === undefined ? undefined : { on, outcome })

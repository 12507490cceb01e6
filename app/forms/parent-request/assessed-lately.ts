import type { Computed } from '~/engine/form'
import { addMonths } from '~/timeline/calendar'
import { VERDICTS, verdictOf } from '../stage-of-schooling'

/** Within these months of an assessment a council may turn a request down (Children and Families Act 2014 s.36(6); SI 2014/1530 reg 24). */
const MONTHS = 6

/** Whether there was an assessment in the last six months. A request that was refused is no assessment. */
export const assessedLately: Computed = {
  of: ['askedBefore', 'askedBeforeOn', 'planAssessedOn'],
  options: VERDICTS,
  from({ askedBefore, askedBeforeOn, planAssessedOn }, today) {
    const assessedOn = askedBefore === 'assessed-no-plan' ? askedBeforeOn : askedBefore === 'has-plan' ? planAssessedOn : undefined
    return verdictOf(assessedOn, (day) => addMonths(day, MONTHS) > today)
  },
}

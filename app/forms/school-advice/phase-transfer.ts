import { any, is, isOneOf } from '~/engine/condition'
import type { Computed } from '~/engine/form'
import { addMonths } from '~/timeline/calendar'
import { stageOfSchooling } from '../stage-of-schooling'

export const { usualYear, overSchoolAge, adult, yearNineOrAbove } = stageOfSchooling('childBirthDate', 'yearGroup')

const OPTIONS = ['school', 'post-16', 'perhaps', 'unknown', 'no'] as const
type PhaseTransfer = (typeof OPTIONS)[number]

/** Years after which every pupil moves on, and years after which those of infant, first and middle schools do. */
const MOVES: Readonly<Record<string, PhaseTransfer>> = { '6': 'school', '11': 'post-16', '2': 'perhaps', '3': 'perhaps', '4': 'perhaps', '7': 'perhaps', '8': 'perhaps' }

/**
 * Whether the pupil moves to another phase of education next September, as SI 2014/1530 reg 18 names them: into school, from infant to
 * junior, first to middle, primary or middle to secondary school, and on to post-16. Worked out from the year that the pupil is taught in or, where that
 * is not said, of the birth date.
 */
export const phaseTransfer: Computed = {
  of: ['childBirthDate', 'yearGroup'],
  options: OPTIONS,
  from(answers, today): PhaseTransfer {
    const { yearGroup } = answers
    const year = typeof yearGroup === 'string' && !['none', 'not-sure'].includes(yearGroup) ? yearGroup : usualYear.from(answers, today)
    if (year === 'early-years') return startsSchool(answers, today)
    return year === 'unknown' ? 'unknown' : (MOVES[year] ?? 'no')
  },
}

/** Reception begins in the September after the fourth birthday. */
function startsSchool(answers: Parameters<Computed['from']>[0], today: string): PhaseTransfer {
  const next = usualYear.from(answers, addMonths(today, 12))
  return next === 'unknown' ? 'unknown' : next === 'reception' ? 'school' : 'no'
}

/** Only who knows the setting can say. */
export const maybeMoves = isOneOf('phaseTransfer', ['perhaps', 'unknown'])
/** The move is near: staff see it first, since a plan must name the next place in time (reg 18). */
export const movesOn = any(isOneOf('phaseTransfer', ['school', 'post-16']), is('movesNextYear', 'yes'))

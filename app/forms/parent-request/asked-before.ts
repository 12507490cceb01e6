import { all, any, is, isOneOf, not, type Condition } from '~/engine/condition'
import { page, type Computed } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { dueOnOf, ruleOn } from '~/timeline/rules'
import { maybe, VERDICTS, verdictOf } from '../stage-of-schooling'

/**
 * Whether there was an assessment in the last six months, when a council may turn a request down (Children and Families Act 2014 s.36(6);
 * SI 2014/1530 reg 24). A request that was refused is no assessment.
 */
export const assessedLately: Computed = {
  of: ['askedBefore', 'askedBeforeOn', 'planAssessedOn'],
  options: VERDICTS,
  from({ askedBefore, askedBeforeOn, planAssessedOn }, today) {
    const assessedOn = askedBefore === 'assessed-no-plan' ? askedBeforeOn : askedBefore === 'has-plan' ? planAssessedOn : undefined
    return verdictOf(assessedOn, (day) => dueOnOf(ruleOn('reassess-bar', today), day) > today)
  },
}

/** There is a plan here already: a family asks to assess again (Children and Families Act 2014 s.44). */
export const hasPlan = is('askedBefore', 'has-plan')

/** What staff should see first of what was asked for before. */
export const remarksOnBefore = { 'has-plan': hasPlan, 'plan-elsewhere': is('askedBefore', 'has-plan-elsewhere'), 'assessed-lately': maybe('assessedLately') } as const

/** What was asked for before, and the plan that there may be. The right to ask again is the family's. */
export const askedBeforePages = (isFamily: Condition) =>
  [
    page('asked-before', [
      choice('askedBefore', {
        options: ['no', 'waiting', 'refused', 'assessed-no-plan', 'has-plan', 'has-plan-elsewhere', 'had-plan'],
        notSaid: ['dont-know', 'rather-not-say'],
      }),
    ]),
    page('asked-before-when', [uncertainDate('askedBeforeOn', { past: true }), text('askedBeforeCouncil')], {
      when: any(
        isOneOf('askedBefore', ['waiting', 'refused', 'assessed-no-plan', 'had-plan']),
        all(not(isFamily), isOneOf('askedBefore', ['has-plan', 'has-plan-elsewhere'])),
      ),
    }),
    // A family with a plan asks to assess again (2014 Act s.44); a plan of another council is passed to this one first (2014 Regulations reg 15).
    page('plan-here', [uncertainDate('planAssessedOn', { past: true })], { when: all(isFamily, hasPlan) }),
    page('plan-elsewhere', [text('planCouncil')], { when: all(isFamily, is('askedBefore', 'has-plan-elsewhere')) }),
    page('changed-since', [longText('changedSince')], { when: maybe('assessedLately') }),
  ] as const

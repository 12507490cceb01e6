import { mediationDatesOf } from '~/timeline'
import { factsOf } from '../facts'
import { isBereaved } from './deeds'
import { isLate, milestoneIn, type Known, type Say } from './known'
import { promiseOf, type Promised } from './promise'

/** What comes next, and by when. Every text is a paragraph. */
export function nextTextsOf(known: Known): readonly string[] {
  const { status, viewer, words } = known
  const say: Say = (key, values) => known.say(`next.${key}`, values)
  if (status.stage === 'draft' || status.stage === 'evidence') return [say(status.stage)]
  if (isBereaved(known)) return []
  const isOver = status.stage === 'withdrawn' || status.stage === 'ended'
  if (!status.lateness) return isOver || viewer !== 'family' ? [say('closed')] : disagreementTexts(known, say)
  const comments = milestoneIn(known, 'comments')
  const isOpen = viewer === 'family' && comments && comments.metOn === undefined && comments.dueOn >= known.today
  return [...(isOpen ? [say('comments', { date: words.date(comments.dueOn) })] : []), ...stepTexts(known, status.lateness, say)]
}

/** The step that we owe: by when, or that its first date cannot be kept; and why the law may let us be late, before we are (CoP 9.43). */
function stepTexts(known: Known, { step, state, dueOn, excusedBy, reason }: NonNullable<Known['status']['lateness']>, say: Say): readonly string[] {
  const { status, viewer, words } = known
  const milestone = milestoneIn(known, step)
  const promise = milestone ? promiseOf(known, milestone) : { dueOn, isLost: false }
  if (isLate(status)) return [promise.aimOn === undefined ? say('late') : say('late-aim', { date: words.date(promise.aimOn) })]
  const key = step === 'assess-decision' && status.route !== 'new' ? 'must-assess' : step
  const isKept = !promise.isLost && (promise.aimOn === undefined || promise.aimOn === dueOn)
  const told = isKept
    ? `${say(`by.${key}`, { date: words.date(dueOn) })}${state === 'due-today' ? ` ${say('today')}` : ''}`
    : `${say(`then.${key}`)} ${whenToCome(promise, known)}`
  const isLater = promise.isLost || (promise.aimOn ?? dueOn) > dueOn
  const why = viewer !== 'family' || reason === undefined ? [] : excusedBy ? [say('why-excused', { reason })] : isLater ? [say('why', { reason })] : []
  return [told, ...why]
}

/** By when a step will be done: the first date stays visible, and is never said as if it could be kept when it cannot. */
export function whenToCome({ dueOn, aimOn, isLost }: Promised, { today, words, say }: Known): string {
  const date = words.date(dueOn)
  if (aimOn !== undefined && aimOn !== dueOn) return say(aimOn > dueOn ? 'when.was-due-aim' : 'when.aim-early', { date, aim: words.date(aimOn) })
  if (!isLost) return say('when.by', { date })
  return today > dueOn ? say('when.was-due', { date }) : say('when.cannot', { date })
}

function disagreementTexts(known: Known, say: Say): readonly string[] {
  const { status, round, today, words } = known
  if (factsOf(round?.facts ?? [], 'order-made').length > 0) return [say('decided')]
  const appeal = milestoneIn(known, 'appeal')
  const mayAppeal = appeal !== undefined && appeal.metOn === undefined
  const disagree = mayAppeal ? say(appeal.dueOn < today ? 'disagree-late' : 'disagree', { date: words.date(appeal.dueOn) }) : say('appeal-sent')
  const isUncertified = mayAppeal && appeal.dueOn >= today && factsOf(round?.facts ?? [], 'mediation-certificate-issued').length === 0
  const mediation = milestoneIn(known, 'mediation-contact')
  const mayAskMediator = isUncertified && mediation !== undefined && mediation.metOn === undefined && mediation.dueOn >= today
  return [...(status.stage === 'final-plan' ? [say('review')] : []), disagree, ...(mayAskMediator ? mediationTexts(known, say) : []), ...(isUncertified ? [say('certificate')] : [])]
}

/** What follows for a family who talks to the mediation adviser today, whichever they choose (SI 2014/1530 regs 34, 36). */
function mediationTexts({ today, words }: Known, say: Say): readonly string[] {
  const { certificateByOn, meetingByOn, deemedCertificateByOn } = mediationDatesOf(today)
  return [
    say('mediation.no', { date: words.date(certificateByOn) }),
    `${say('mediation.yes', { date: words.date(meetingByOn) })} ${say('mediation.not-met', { date: words.date(deemedCertificateByOn) })}`,
  ]
}

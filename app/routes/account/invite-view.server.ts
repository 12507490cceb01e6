import { randomUUID } from 'node:crypto'
import { closedBy } from '~/applications/standing'
import { usualDueOn, showable } from '~/applications/schools/invite-school'
import { viewerFor } from '~/applications/viewer'
import { refusal, type Context } from '~/context.server'
import { protectionBy } from '~/engine/protection'
import { ASKS, inviteSchool } from '~/forms/invite-school'
import { notDoneOf, onePageView, type OnePageView } from '../one-page.server'
import { seeOther } from '../responses.server'
import type { Following } from './follow.server'

/** Where a family sees whom it has asked. */
export const schoolsPath = (reference: string): string => `/applications/${reference}/schools`

/**
 * Goes on for the family of a request that a school can be asked about.
 * @throws Response for anybody else, and once the request is closed
 */
export async function familyAlone(context: Context, open: Following): Promise<void> {
  if (!open.form.pupil || (await viewerFor(context.services, open.actor, open.form, open)) !== 'family') throw refusal(context, 404, 'not-found')
  if (closedBy(open.facts)) throw seeOther(schoolsPath(open.reference))
}

/** The page on which a family asks its school. */
export function inviteViewOf(context: Context, { application, form, name, reference, journey, answerOf }: Following): OnePageView {
  const notDone = notDoneOf(context)
  const { services, visit } = context
  const { words } = visit
  const say = (key: string, values?: Record<string, string>) => words.text(`invite:${key}`, values)
  const school = form.pupil && answerOf(form.pupil.school)
  // Where nobody may find them, a school is told who is meant, and nothing else.
  const isPrivate = form.pupil !== undefined && protectionBy(form, journey)(form.pupil.school)
  const offered = isPrivate ? [] : showable(form)
  return onePageView(context, {
    form: inviteSchool,
    name,
    asked: ({ id }) => id !== 'invitedShows' || offered.length > 0,
    draw(view) {
      if (view.id === 'invitedShows') return { ...view, ...(view.options && { options: view.options.filter(({ value }) => offered.includes(value)) }) }
      return view.id === 'invitedSchool' ? { ...view, words: { ...view.words, which: say('which'), keep: say('keep') } } : view
    },
    answers: { invitedSchool: school, invitedAsks: ASKS },
    notes: [say('due', { date: words.date(usualDueOn(services)) }), ...(application.sentAt === undefined ? [say('draft')] : []), ...(isPrivate ? [say('private')] : [])],
    hidden: { key: notDone?.posted.get('key') ?? randomUUID(), ...(notDone?.offers && { offered: 'yes' }) },
    back: { text: say('back'), href: schoolsPath(reference) },
    button: say('send'),
  })
}

import { endsOn } from '~/applications/schools/end-invitations'
import { isOpen, mayTakeBack, standingOf, type Invitation } from '~/applications/schools/invitation'
import { closedBy } from '~/applications/standing'
import { viewerFor } from '~/applications/viewer'
import { refusal, type Context } from '~/context.server'
import { londonDayOf } from '~/engine/london-day'
import { wordsOf } from '~/engine/naming'
import type invite from '../../../locales/en/invite.json'
import { applyPath } from '../apply/apply.server'
import { titleOf } from '../responses.server'
import type { Following } from './follow.server'
import { schoolsPath } from './invite-view.server'

export const dayOf = (instant: string): string => londonDayOf(new Date(instant))

/** Whom a request has asked and what came of it, in words. */
export async function schoolsAskedOf(context: Context, open: Following) {
  const { services, visit } = context
  const { words } = visit
  if ((await viewerFor(services, open.actor, open.form, open)) !== 'family') throw refusal(context, 404, 'not-found')
  const own = words.tree<(typeof invite)['list']>('invite:list')
  const all = await services.store.invitations(open.actor, open.application.id)
  const mayAsk = open.form.pupil !== undefined && !closedBy(open.facts)
  const base = `/applications/${open.reference}`
  return {
    title: titleOf(context, own.heading),
    words: own,
    csrf: visit.csrf(),
    back: { text: own.back, href: open.application.sentAt ? base : applyPath(open.form.id, open.reference) },
    list: all.map((each) => ({
      id: each.id,
      school: each.asked.school.name,
      lines: linesOf(context, each),
      sees: isOpen(each) && each.asked.by !== 'school' ? seenOf(context, open, each) : [],
      read: each.answeredAt === undefined ? null : `${schoolsPath(open.reference)}/${each.id}`,
      mayTakeBack: mayTakeBack(each) && each.asked.by === 'family',
    })),
    invite: mayAsk ? { href: `${base}/invite`, text: all.length > 0 ? own.another : own.ask } : null,
  }
}

function linesOf({ services, config, visit: { words } }: Context, invitation: Invitation): readonly string[] {
  const { asked, dueOn, reason, answeredAt } = invitation
  const say = (key: string, values: Record<string, string>) => words.text(`invite:list.${key}`, values)
  const { state, at } = standingOf(invitation)
  const ends = answeredAt === undefined ? '' : words.date(endsOn(services, answeredAt))
  return [
    ...(asked.by === 'family' ? [] : [say(asked.by, { council: config.council.name })]),
    ...(asked.by === 'school' ? [] : [say('to', { email: asked.email })]),
    say(`states.${state}`, { date: words.date(dayOf(at)), due: words.date(dueOn), ends }),
    ...(state === 'declined' && reason !== undefined ? [say('reason', { reason: reasonIn(words, reason) })] : []),
  ]
}

/** A reason is the code of an option, and may have words of the school after it. */
function reasonIn(words: Context['visit']['words'], reason: string): string {
  const [code = '', ...more] = reason.split('\n')
  const key = `decline-invitation:questions.declineReason.options.${code}`
  return [words.has(key) ? words.text(key) : code, ...more].join('. ')
}

function seenOf({ visit: { words } }: Context, { form, name }: Following, { asked }: Invitation): readonly string[] {
  const said = wordsOf(form, words, name)
  const shown = asked.shows.map((each) => (each === 'upn' ? words.text('invite-school:questions.invitedShows.options.upn') : said.section(each)))
  return [words.text('invite:list.pupil'), ...shown]
}

/**
 * On the page of a request: what schools have sent, or that one can be asked. Null when it is too late to ask one and none was asked.
 * @param mayAdd what a school says can still make a difference
 */
export async function schoolsLineOf({ services, visit: { words } }: Context, open: Following, mayAdd: boolean) {
  const all = await services.store.invitations(open.actor, open.application.id)
  if (all.length === 0 && !mayAdd) return null
  const came = all.filter(({ answeredAt }) => answeredAt !== undefined)
  const say = (key: string, values?: Record<string, string | number>) => words.text(`invite:follow.${key}`, values)
  const path = schoolsPath(open.reference)
  return {
    heading: say('heading'),
    text: came.length > 0 ? say('came', { count: came.length }) : say(mayAdd ? 'help' : 'none'),
    links: [
      ...came.map(({ id, asked, answeredAt = '' }) => ({ href: `${path}/${id}`, text: say('read', { school: asked.school.name, date: words.date(dayOf(answeredAt)) }) })),
      ...(all.length > 0 ? [{ href: path, text: say('see') }] : [{ href: `/applications/${open.reference}/invite`, text: say('ask') }]),
    ],
  }
}

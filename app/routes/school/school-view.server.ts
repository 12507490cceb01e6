import { openApplication } from '~/applications/open-application'
import type { Application } from '~/applications/ports'
import { invitationStates, isOpen, standingOf, type Invited } from '~/applications/schools/invitation'
import { shownTo } from '~/applications/schools/shown-to'
import type { Context } from '~/context.server'
import { holds } from '~/engine/condition'
import { sectionWith, type Form } from '~/engine/form'
import { nameIn } from '~/engine/naming'
import { formNamed } from '~/forms'
import type schools from '../../../locales/en/schools.json'
import { dayOf } from '../account/schools-asked.server'
import { applyPath } from '../apply/apply.server'
import { titleOf } from '../responses.server'
import type { SchoolItem } from './school-list'
import { pupilName } from './invited-view.server'
import type { Team } from './team.server'

/** A form that the school writes, opened for its page. */
interface Writing {
  readonly item: SchoolItem
  readonly yours: readonly { readonly href: string; readonly text: string }[]
}

/** How many pupils of each list one page shows, and how many pages there are: all of them are opened to be named. */
const AT_ONCE = 50
const MOST_PAGES = 200

/** Everything on the page of a school. */
export async function schoolViewOf(context: Context, team: Team, isLastLead: boolean, key: string, asked: number) {
  const { services, config, visit } = context
  const { actor, urn, school, members, isLead, path } = team
  const own = visit.words.tree<(typeof schools)['team']>('schools:team', { council: config.council.name })
  const say = (code: string, values?: Record<string, string>) => visit.words.text(`schools:team.${code}`, values)
  const from = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST_PAGES * AT_ONCE) : 0
  const written = await services.store.schoolApplications(actor, urn)
  const writing = (await Promise.all(written.slice(from, from + AT_ONCE).map((each) => writingOf(context, team, each)))).filter((each) => each !== undefined)
  const invitations = await services.store.invitationsTo(actor, urn, { from, most: AT_ONCE })
  const outsiders = (isLead ? await services.store.outsiders(actor, urn) : undefined) ?? []
  const pages = [...(invitations.isMore || written.length > from + AT_ONCE ? [{ href: `${path}?from=${from + AT_ONCE}`, text: own.more }] : []), ...(from > 0 ? [{ href: path, text: own.newest }] : [])]
  return {
    title: titleOf(context, school.name, isLastLead),
    problem: visit.words.text('common:problem'),
    back: { text: own.back, href: '/applications' },
    words: own,
    heading: school.name,
    csrf: visit.csrf(),
    key,
    lastLead: isLastLead ? own.lastLead : '',
    yours: writing.flatMap(({ yours }) => yours),
    // What waits for the school first, what is over last.
    invitations: [...invitations.listed].sort((a, b) => placeOf(a) - placeOf(b)).map((each) => invitedItem(context, each)),
    writing: writing.map(({ item }) => item),
    pages,
    people: [
      ...members.map(({ person, name, email, isLead: leads }) => ({
        person,
        name,
        email: email === name ? '' : email,
        note: [...(leads ? [say('lead')] : []), ...(person === actor.person ? [say('you')] : [])].join('. '),
        mayGo: isLead && person !== actor.person,
      })),
      ...outsiders.map(({ person, email }) => ({ person, name: email, email: '', note: own.outside, mayGo: true })),
    ],
    add: isLead ? `${path}/colleague` : '',
  }
}

const placeOf = ({ invitation }: Invited): number => invitationStates.indexOf(standingOf(invitation).state)

/** An invitation in the list: whom it is about is told for as long as it is open. */
function invitedItem({ services, visit: { words } }: Context, invited: Invited): SchoolItem {
  const { invitation, request } = invited
  const say = (code: string, values?: Record<string, string>) => words.text(`schools:team.${code}`, values)
  const { state, at } = standingOf(invitation)
  const form = isOpen(invitation) ? services.formNamed(request.form) : undefined
  const name = form && pupilName(shownTo(form, invited, services.clock.today(), words).pupil)
  return {
    id: invitation.id,
    name: name || (form ? words.text('schools:invited.unnamed') : say('closed')),
    lines: [say(`states.${state}`, { date: words.date(dayOf(at)) }), ...(state === 'asked' || state === 'accepted' ? [say('due', { due: words.date(invitation.dueOn) })] : [])],
    links: form ? [{ href: `/invited/${invitation.id}`, text: say('open') }] : [],
  }
}

async function writingOf({ services, visit: { words } }: Context, { actor, path }: Team, { id, form: formId, reference, sentAt, savedAt }: Application): Promise<Writing | undefined> {
  const form = formNamed(formId)
  if (!form) return undefined
  const { journey } = await openApplication(services, actor, form, reference, 'read')
  const name = nameIn(form, journey.valueOf, words)
  const say = (code: string, values?: Record<string, string>) => words.text(`schools:team.${code}`, values)
  const given = (await services.store.sectionsGiven(actor, id)).filter(({ person }) => person === actor.person)
  const use = form.evidence && holds(form.evidence.when, journey.valueOf) ? 'evidence' : 'request'
  const day = (instant: string) => words.date(dayOf(instant))
  return {
    item: {
      id,
      name,
      lines: [`${say(`uses.${use}`)}.`, sentAt === undefined ? say('draft', { date: day(savedAt) }) : say('sent', { date: day(sentAt) })],
      links:
        sentAt === undefined
          ? [{ href: applyPath(form.id, reference), text: say('carryOn') }, { href: `${path}/forms/${reference}`, text: say('share') }]
          : [{ href: `/applications/${reference}`, text: say('follow') }],
    },
    yours:
      sentAt === undefined
        ? given.map(({ section }) => ({ href: applyPath(form.id, reference, firstPageOf(form, section)), text: say('part', { section: words.text(`${form.id}:sections.${section}`), name }) }))
        : [],
  }
}

const firstPageOf = (form: Form, section: string): string | undefined => form.sections.flatMap((each) => each.pages).find((page) => sectionWith(form, page)?.id === section)?.id

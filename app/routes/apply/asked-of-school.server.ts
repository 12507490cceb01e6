import type { GivenSection } from '~/applications/schools/member'
import type { Context } from '~/context.server'
import { TOLD_IN } from '~/forms/school-advice/when-asked'
import type { Applying } from './apply.server'
import type { TasksView } from './task-list'

/** What a school that writes needs on its list of parts: who asked and by when, what is still wanted, and which colleague does which part. */
export async function askedOfSchool({ services, config, visit }: Context, open: Applying): Promise<{ readonly asked: TasksView['asked']; readonly given: readonly GivenSection[] }> {
  const { actor, application, form, journey, path } = open
  if (!form.schoolWhen || actor.role !== 'person') return { asked: null, given: [] }
  const { store } = services
  const found = await store.invitation(actor, { answer: application.id })
  const invited = found?.invitation.asked.by === 'school' ? undefined : found
  const given = await store.sectionsGiven(actor, application.id)
  const urn = (await schoolsWith(store, actor, application.id))[0]
  const say = (key: string, values?: Record<string, string>) => visit.words.text(`schools:tasks.${key}`, values)
  const links = urn === undefined ? [] : [{ href: `/schools/${urn}`, text: say('team') }, { href: `/schools/${urn}/forms/${open.reference}`, text: say('share') }]
  if (!invited && links.length === 0) return { asked: null, given }
  const { asked, dueOn } = invited?.invitation ?? {}
  const unfinished = (ask: string) => journey.stops.find(({ section, done }) => !done && (TOLD_IN[ask] ?? []).includes(section.id))
  return {
    given,
    asked: {
      heading: asked ? say('heading', { name: open.name }) : '',
      by: asked ? say(`asked.${asked.by}`, { council: config.council.name }) : '',
      due: dueOn === undefined ? '' : say('due', { due: visit.words.date(dueOn) }),
      wantedHeading: say('wanted'),
      wanted: (asked?.asks ?? []).flatMap((ask) => {
        const stop = unfinished(ask)
        return stop ? [{ href: path(stop.page.id), text: visit.words.text(`schools:asks.${ask}`) }] : []
      }),
      nothing: say('nothing'),
      links,
    },
  }
}

/** The schools of this person that share an application. */
async function schoolsWith(store: Context['services']['store'], actor: Applying['actor'], application: string): Promise<readonly string[]> {
  const all = await Promise.all((await store.schoolsOf(actor)).map(async (urn) => ({ urn, written: await store.schoolApplications(actor, urn) })))
  return all.filter(({ written }) => written.some(({ id }) => id === application)).map(({ urn }) => urn)
}

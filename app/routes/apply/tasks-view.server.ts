import type { GivenSection } from '~/applications/schools/member'
import { viewerOf } from '~/applications/timeline-view'
import { toSendOf } from '~/applications/to-send'
import type { Context } from '~/context.server'
import type { Section } from '~/engine/form'
import { missingLinks, requestPath, saveLink, type Applying } from './apply.server'
import type { TasksView } from './task-list'

type ToTell = 'draft' | 'changed' | 'unchanged'

/** How an application stands towards sending: nobody has it yet; or it was sent, and something was changed since or nothing. */
export async function toTellOf({ services }: Pick<Context, 'services'>, open: Applying): Promise<ToTell> {
  if (!open.application.sentAt) return 'draft'
  return (await toSendOf(services, open.actor, open.form, open)).changes ? 'changed' : 'unchanged'
}

/**
 * The parts of the form and how far each is, and what is still needed before it can be sent, or what was changed since.
 * @param given parts that a colleague of a school was asked to do
 */
export function tasksOf(open: Applying, toTell: ToTell, asked: TasksView['asked'] = null, given: readonly GivenSection[] = []): TasksView {
  const { form, journey, said, reference, name, path } = open
  const say = (key: string, values?: Record<string, string>) => said.words.text(`apply:tasks.${key}`, values)
  const ofSchools = (key: string) => said.words.text(`invite:follow.${key}`)
  const missing = toTell === 'draft' ? missingLinks(open) : []
  const pages = (section: Section) => journey.stops.filter((stop) => stop.section === section)
  return {
    isCalm: form.calm !== undefined,
    caption: say('caption'),
    heading: asked?.heading || (name === said.words.text(`${form.id}:name`) ? say('headingNew') : said.title()),
    intro: say(toTell === 'draft' ? 'intro' : 'sent.intro'),
    saved: say('saved'),
    reference: say('reference', { reference }),
    sections: form.sections
      .filter((section) => pages(section).length > 0)
      .map((section) => {
        const stops = pages(section)
        const state = stops.every((stop) => stop.done) ? 'done' : stops.some((stop) => stop.started) ? 'started' : 'todo'
        const target = stops.find((stop) => !stop.done) ?? stops[0]
        const needed = stops.some((stop) => journey.missing.some((each) => stop.page.questions.some((question) => question.id === each.question)))
        const colleague = given.find((each) => each.section === section.id)
        const hints = [...(needed ? [say('needed')] : []), ...(colleague ? [said.words.text('schools:tasks.given', { name: colleague.name })] : [])]
        return { title: said.section(section.id), href: path(target?.page.id), state, status: say(`status.${state}`), hint: hints.join(' ') }
      }),
    asked,
    school: form.pupil && viewerOf(form, journey) === 'family' ? { text: ofSchools('heading'), help: ofSchools('help'), link: ofSchools('ask'), href: `/applications/${reference}/schools` } : null,
    missing,
    canSend: say(toTell !== 'draft' ? `sent.${toTell}` : missing.length > 0 ? 'cannotSend' : 'canSend'),
    check:
      toTell === 'unchanged'
        ? { text: said.words.text('apply:sent.follow'), href: requestPath(reference) }
        : { text: say(toTell === 'changed' ? 'sent.check' : 'check'), href: path('check') },
    save: toTell === 'draft' ? saveLink(open) : null,
    help: say('help'),
    papers: { text: say('papers.text'), help: say('papers.help'), link: say('papers.link'), href: `/applications/${reference}/papers` },
  }
}

import { uploadsOf } from '~/applications/open-upload'
import { remarksOn, requestOf, routeAsked } from '~/applications/asked-for'
import { closedBy, isEvidence } from '~/applications/standing'
import { viewerOf } from '~/applications/timeline-view'
import { toSendOf } from '~/applications/to-send'
import type { Context } from '~/context.server'
import { summaryOf, withoutProtected, type Summary } from '~/engine/summary'
import { limitsOf } from '~/timeline'
import { papersSection, withFiles } from '../listed-papers.server'
import { titleOf } from '../responses.server'
import type { SummarySectionsProps } from '../summary-sections'
import { missingLinks, requestPath, saveLink, type Applying } from './apply.server'
import { seesOf } from './sees'
import { unfinishedViewOf } from './unfinished-view.server'

/** Everything on the page that checks an application: before it is sent, what is there; after, what has changed since. */
export async function checkViewOf(context: Context, open: Applying, hasChanged: boolean) {
  const { words } = context.visit
  const { uploads } = await uploadsOf(context.services, open.actor, open.reference)
  const papers = papersSection(context.services, uploads, words, 'family')
  const { facts, received, changes, mark } = await toSendOf(context.services, open.actor, open.form, open)
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:check.${key}`, values)
  const told = withoutProtected(changes?.summary ?? summaryOf(open.form, open.journey, words), words.text('common:keptPrivate'))
  const closed = closedBy(facts)
  const listed = withFiles(told, uploads, words, 'family')
  const shown = closed ? listed.sections : linked(listed, open)
  const standing = closed ? 'closed' : !received ? 'unsent' : changes ? 'changed' : 'unchanged'
  const heading = say({ closed: 'closed.heading', unsent: 'heading', changed: 'headingChanges', unchanged: 'headingChanges' }[standing])
  const route = routeAsked(open.form, open.journey)
  const asked = await context.services.store.invitation(open.actor, { answer: open.application.id })
  const as = viewerOf(open.form, open.journey) === 'family' ? route : asked ? 'answer' : isEvidence(requestOf(open.form, open.journey)) ? 'evidence' : 'notifier'
  const missing = received ? [] : missingLinks(open)
  const canSend = missing.length === 0 && (standing === 'unsent' || standing === 'changed')
  return {
    title: titleOf(context, heading),
    back: { text: words.text('apply:page.back'), href: open.path() },
    isCalm: open.form.calm !== undefined,
    heading,
    changed: hasChanged ? { title: words.text('common:important'), heading: say('changed.heading'), body: say('changed.body') } : null,
    intro: say({ closed: 'closed.intro', unsent: 'intro', changed: 'introChanges', unchanged: 'noChanges' }[standing]),
    unfinished: await unfinishedViewOf(context, open, { from: 'check' }),
    remark: standing === 'unsent' ? say('blank') : closed && changes ? say('closed.changes') : '',
    // Some of what staff see first concerns whoever sends it too, such as that the choice has become somebody else's.
    notes: received ? [] : remarksOn(open.form, open.journey).flatMap((code) => open.said.remark(code) ?? []),
    missing: { heading: say('missing'), list: missing },
    sections: received ? (changes ? shown : []) : withUnseen(shown, open),
    papers: papers ? [{ ...papers, more: { text: words.text('papers:listed.see'), href: `/applications/${open.reference}/papers` } }] : [],
    words: { change: words.text('common:change'), blank: words.text('common:noAnswer') },
    send: canSend ? { text: say(received ? 'sendChanges' : asked ? 'sendAnswer' : 'send'), when: received ? '' : say(`sending.${as}`, { date: words.date(limitsOf({ route, startedOn: context.services.clock.today() })[0]?.dueOn ?? '') }), honest: say('honest') } : null,
    links: closed ? [{ text: say('closed.see'), href: requestPath(open.reference) }] : received ? [] : [saveLink(open), { text: say('print'), href: `/applications/${open.reference}/print` }],
    hidden: { csrf: context.visit.csrf(), ref: open.reference, seen: mark },
  }
}

type Section = SummarySectionsProps['sections'][number]

const linked = (summary: Summary, open: Applying): readonly Section[] =>
  summary.sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, href: open.path(row.page, { from: 'check' }) })) }))

/** Every section of the form, with a way to the questions in it that were not seen yet. */
const withUnseen = (sections: readonly Section[], open: Applying): readonly Section[] => {
  const { form, journey, said, path } = open
  return form.sections.flatMap((each) => {
    const { id } = each
    const unseen = journey.stops.filter((stop) => stop.section.id === id && !stop.done)
    const count = unseen.reduce((sum, stop) => sum + stop.unseen, 0)
    const more = count > 0 ? { more: { text: said.words.text('apply:check.unseen', { count }), href: path(unseen[0]?.page.id) } } : {}
    const rows = sections.find((section) => section.id === id)?.rows ?? []
    return rows.length > 0 || count > 0 ? [{ id, title: said.section(id), rows, sees: seesOf(open, each), ...more }] : []
  })
}

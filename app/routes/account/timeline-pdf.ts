import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Card } from '~/applications/timeline-view'
import type { TimelinePart, TimelineRequest } from '~/engine/timeline-request'
import { linesOf } from '../pages/help-lines'
import { pdfOr } from '../pdf.server'
import { seeOther } from '../responses.server'
import { followingFile, type Following } from './follow.server'
import { timelinePageOf, type TimelinePage } from './timeline-page.server'

/** The PDF of the timeline, with its dates. When it is not there in a moment, the page that says the same is. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await followingFile(args)
  const page = `/applications/${open.reference}`
  if (!open.application.sentAt) return seeOther(page)
  const { config, services, visit } = context
  const said = { language: visit.words.language, councilName: config.council.name, on: services.clock.today() }
  const job = { kind: 'timeline', ...said, ...requestOf(await timelinePageOf(context, open), open) } as const
  return pdfOr(context, job, `${open.reference}-timeline`, (why) => seeOther(`${page}?pdf=${why}`))
}

function requestOf({ view, facts, rights, unhappy }: TimelinePage, { reference }: Following): Omit<TimelineRequest, 'language' | 'councilName' | 'on'> {
  return {
    reference,
    heading: view.heading,
    lead: view.lead,
    facts,
    stages: view.stages.map(({ title, when, state, card }) => ({ title, when, state: view.stateText[state] ?? '', ...(card && { card: partsOf(card) }) })),
    ...(rights && { rights: { heading: rights.summary, texts: [], list: rights.list } }),
    ...(unhappy && { unhappy: { heading: unhappy.heading, texts: [unhappy.text], lines: unhappy.lines.map((line) => ({ name: line.name, lines: linesOf(line) })) } }),
  }
}

/** The card in the order of the page. */
function partsOf({ late, now, next, youCan, talk, ifWrong }: Card): readonly TimelinePart[] {
  const { waiting } = now
  const parts: readonly TimelinePart[] = [
    { texts: late },
    { heading: now.heading, texts: waiting ? [...now.texts, waiting.text] : now.texts, list: waiting?.lines ?? [] },
    { heading: next.heading, texts: next.texts },
    { heading: youCan.heading, texts: [], list: youCan.deeds.map(({ text }) => text) },
    { heading: talk.heading, texts: talk.texts },
    { heading: ifWrong.heading, texts: [ifWrong.text] },
  ]
  return parts.filter(({ texts, list = [] }) => texts.length + list.length > 0)
}

import type { TimelinePart, TimelineRequest } from '~/engine/timeline-request'
import { mixed, sentences } from './scripts.contract'

// Timelines to test with: what a page says, and what no page should.

const facts = [
  { name: 'Reference', value: '7H4K-92CX' },
  { name: 'Council', value: 'Northtown Council' },
  { name: 'As it stood on', value: 'Monday 4 May 2026' },
]
const reason = 'We do not have enough educational psychologists, and we are sorry. '

const timeline = (card: readonly TimelinePart[], more: Partial<TimelineRequest> = {}): TimelineRequest => ({
  language: 'en',
  councilName: 'Northtown Council',
  reference: '7H4K-92CX',
  on: '2026-05-04',
  heading: 'Your request about Alex',
  lead: 'We are finding out what help Alex may need.',
  facts,
  stages: [
    { title: 'We got your letter', when: 'Monday 9 March 2026', state: 'Done:' },
    { title: 'We find out more', when: 'Since Monday 16 March 2026', state: 'You are here', card },
    { title: 'We say yes or no to an assessment', when: 'By Monday 20 April 2026', state: 'Still to come:' },
  ],
  ...more,
})
const card: readonly TimelinePart[] = [
  { texts: ['Sorry, we are 14 days late to say yes or no.', 'The first date was Monday 20 April 2026.'] },
  { heading: 'Now', texts: ['1 of 2 reports is in.', 'We are waiting for:'], list: ['the school, by Monday 11 May 2026'] },
  { heading: 'What you can do', texts: [], list: ['Ask for the manager', 'Make a complaint to us'] },
  { heading: 'Who to talk to', texts: ['Your caseworker is Sam Okafor.', 'Phone 01632 960 001.'] },
]
const rights = { heading: 'What you can ask for at any time', texts: [], list: ['You can bring someone with you when we meet.'] }
const unhappy = { heading: 'If you are not happy', texts: ['Talk to us first, if you can.'], lines: [{ name: 'Ombudsman', lines: ['0300 061 0614', { text: 'intake@lgo.example', href: 'mailto:intake@lgo.example' }, 'They look into what councils do.', { text: 'www.lgo.org.uk', href: 'https://www.lgo.org.uk/' }] }] }

/** The card pushed down the page by so many lines. */
export const pushed = (lines: number): TimelineRequest =>
  timeline([{ texts: Array.from({ length: lines }, (_, index) => `Line ${index}`) }, ...card], { rights, unhappy })

export const timelines: Readonly<Record<string, TimelineRequest>> = {
  'a timeline': timeline(card, { rights, unhappy }),
  'a timeline from the right': timeline(card, { rights, unhappy, language: 'qps' }),
  'a timeline with a long reason, an unbroken word and what cannot be printed': timeline([
    { texts: [reason.repeat(75), 'x1y2z3w4Wm'.repeat(120), 'Likes 𓀀𓁐.\nToo.'] },
    { heading: 'Now', texts: ['We are waiting for:'], list: Array.from({ length: 40 }, (_, index) => `School ${index} ${'W'.repeat(index * 4)}, by Monday 11 May 2026`) },
  ]),
  'a timeline of one who died': timeline([{ heading: 'Now', texts: ['We closed this on Friday 1 May 2026.'] }]),
}

const [learns = '', school = '', phone = '', ...more] = sentences['ar'] ?? []

/** A timeline whose reason, people and schools are in Arabic. */
export const arabicTimeline: TimelineRequest = timeline(
  [
    { texts: [learns, school, ...more] },
    { heading: learns, texts: [phone], list: [school, ...mixed] },
  ],
  { heading: learns, rights, unhappy },
)

/** Every text of a timeline between header and footer, in the order of reading. */
export function textsOfTimeline({ heading, lead, facts: told, stages, rights: ask, unhappy: complain }: TimelineRequest): string[] {
  const partTexts = ({ heading: title, texts, list = [] }: TimelinePart) => [...(title ? [title] : []), ...texts, ...list.map((each) => `•${each}`)]
  return [
    heading,
    lead,
    ...told.flatMap(({ name, value }) => [name, value]),
    ...stages.flatMap((stage) => (stage.card ? [stage.state, stage.title, stage.when, ...stage.card.flatMap(partTexts)] : [stage.state, stage.title, stage.when])),
    ...(ask ? partTexts(ask) : []),
    ...(complain ? [...partTexts(complain), ...complain.lines.flatMap(({ name, lines }) => [name, ...lines.map((line) => (typeof line === 'string' ? line : line.text))])] : []),
  ]
}

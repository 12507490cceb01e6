import type { Row, Summary } from '~/engine/summary'
import type { CopyRequest } from '~/engine/copy-request'
import { copyViewOf } from '~/engine/copy-view'
import { wordsFor } from '~/i18n/words'
import { mixed, sentences } from './scripts.contract'

// Copies to test with: what families write, and what nobody should.

const row = (question: string, label: string, ...lines: string[]): Row => ({ question, page: 'page', label, lines })
const paragraph = 'Alex finds busy rooms hard, and needs a quiet place to go. Buses are hard too. Drawing helps, and so does the dog. '

const helper = (number: number) => ({
  key: `${number}`,
  title: `Helper ${number}`,
  rows: [row('helperName', `Name of helper ${number}`, 'Dr Ada Okonkwo'), row('helperPhone', `Phone of helper ${number}`), row('helperNotes', `What helper ${number} does`, ...(number % 3 === 0 ? [] : [paragraph.repeat(number % 3).trim()]))],
})

const summaryWith = (...rows: Row[]): Summary => ({
  form: 'parent-request',
  language: 'en',
  title: 'Ask for an education, health and care needs assessment',
  name: 'Alex',
  sections: [
    { id: 'child', title: 'About Alex', rows: [row('childName', 'What is the full name of your child?', 'Alex Example'), row('address', 'Where does Alex live?', '12 Long Lane', 'Northtown', 'NT1 2AB')] },
    { id: 'needs', title: 'What Alex finds hard', rows },
    { id: 'end', title: 'Anything else', rows: [row('more', 'Is there more to say?')] },
  ],
})

export const sent = (summary: Summary): CopyRequest => ({
  summary,
  reference: 'WM-7K4X-92QF',
  sentAt: '2026-05-04T20:42:10.000Z',
  hash: '0123456789abcdef'.repeat(4),
  councilName: 'Northtown Council',
})

export const shifted = (lines: number): CopyRequest =>
  sent(summaryWith(row('filler', 'What fills the page?', ...Array.from({ length: lines }, (_, index) => `Line ${index}`)), { ...row('helpers', 'Who helps Alex now?'), items: [1, 2, 3, 4].map(helper) }, row('long', 'Tell us about health', paragraph.repeat(30).trim()), row('short', 'What does Alex like?', 'Trains')))

const due = { request: 'first', countedFrom: '2026-04-30', decideBy: '2026-06-11', planBy: '2026-08-20', finalBy: '2026-09-17' } as const
const { sections: [, needs], ...top } = summaryWith(row('learning', 'Tell us about learning', 'Maths is hard now.'), row('talking', 'Tell us about talking'))
const changed: Summary = { ...top, sections: needs ? [needs] : [] }

export const copies: Readonly<Record<string, CopyRequest>> = {
  'a normal copy': sent(summaryWith(row('learning', 'Tell us about learning', paragraph.trim(), 'Maths is fine.'), row('talking', 'Tell us about talking', 'A few words.'))),
  'answers of 20,000 characters': sent(summaryWith(row('learning', 'Tell us about learning', paragraph.repeat(180).slice(0, 20_000).trim()), row('talking', 'Tell us about talking', ...Array.from({ length: 50 }, () => paragraph.repeat(3).trim())))),
  'an unbroken string of 5,000 characters': sent(summaryWith(row('learning', 'Tell us about learning', 'x1y2z3w4Wm'.repeat(500)), row('talking', 'W'.repeat(400), 'https://example.org/'.repeat(20)))),
  'thirty helpers': sent(summaryWith({ ...row('helpers', 'Who helps Alex now?'), items: Array.from({ length: 30 }, (_, index) => helper(index + 1)) })),
  'no answers': sent(summaryWith(row('learning', 'Tell us about learning'), row('talking', 'Tell us about talking'), { ...row('helpers', 'Who helps Alex now?'), items: [] })),
  'letters of Polish, Welsh, Turkish, Vietnamese, Greek and Russian': sent(
    summaryWith(row('learning', 'Zażółć gęślą jaźń, ŁÓDŹ', 'Gŵyl y ŵyn, tŷ, ô, Ŷ', 'Iğdır, İstanbul, şöyle', 'Tiếng Việt: Nguyễn Thị Hằng ở Huế', 'Ελληνικά: Ξένια, ᾠδή', 'Русский: Щукин, объём, Ґанок, Қазақ', 'office affair — “quoted” … £5 ½ €'.repeat(5))),
  ),
  'a letter that staff typed in': { ...sent(summaryWith(row('learning', 'Tell us about learning', paragraph.trim()))), keyedIn: { on: '2026-04-30', how: 'letter' }, due, councilPhone: '0113 496 0000' },
  'what was told by phone, by somebody who is not the family': { ...sent(summaryWith(row('learning', 'Tell us about learning'))), keyedIn: { on: '2026-04-30', how: 'phone' }, due, by: 'notifier' },
  'what a school asked for': { ...sent(summaryWith(row('learning', 'Tell us about learning'))), due, by: 'school' },
  'a request to assess again': { ...sent(changed), due: { request: 're-assessment', countedFrom: '2026-04-30', decideBy: '2026-05-15' } },
  'a copy with all changes in it': { summary: changed, reference: 'WM-7K4X-92QF', sentAt: '2026-05-04T20:42:10.000Z', councilName: 'Northtown Council', due, changedAt: '2026-05-20T08:00:00.000Z' },
  'a first copy that later ones follow': { ...sent(changed), due, hasLater: true },
  'a correction': { ...sent(changed), changes: { kind: 'corrected', firstOn: '2026-04-30' } },
  'an addition': { ...sent(changed), changes: { kind: 'added-to', firstOn: '2026-04-30' } },
  'a copy from the right': { ...sent({ ...summaryWith(row('learning', 'Tell us about learning', paragraph.trim()), { ...row('helpers', 'Who helps Alex now?'), items: [1, 2].map(helper) }), language: 'qps' }), due },
  'a draft': { summary: summaryWith(row('learning', 'Tell us about learning', paragraph.repeat(40).trim())), councilName: 'Northtown Council' },
}

/** What families write in every language, and in several at once. */
export const everyScript: CopyRequest = sent(summaryWith(...Object.entries({ ...sentences, mixed }).map(([language, texts]) => row(language, texts[0] ?? '', ...texts))))

/** Every text of a copy between header and footer, in the order of reading; a dot before each step. */
export function textsOf(request: CopyRequest): string[] {
  const { title, lead, facts, notes, next, sections, blank } = copyViewOf(request, wordsFor(request.summary.language))
  const rowTexts = ({ label, lines, items = [] }: Row): string[] => [label, ...(items.length > 0 ? items.flatMap((item) => [item.title, ...item.rows.flatMap(rowTexts)]) : lines.length > 0 ? lines : [blank])]
  return [
    title,
    ...lead,
    ...facts.flatMap(({ name, value }) => [name, value]),
    ...notes,
    ...(next ? [next.heading, next.text, ...next.steps.flatMap((step) => ['•', step]), next.note] : []),
    ...sections.flatMap((section) => [section.title, ...section.rows.flatMap(rowTexts)]),
  ]
}

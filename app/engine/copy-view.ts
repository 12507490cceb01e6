import type { CopyRequest } from './copy-request'
import { londonDayOf } from './london-day'
import type { Row, Summary } from './summary'
import type { Words } from './words'

/** Words that can also tell the time of an instant in London. */
export interface CopyWords extends Words {
  time(at: string): string
}

/** A copy in words: what the PDF and the print page both say, in this order. */
export interface CopyView {
  readonly title: string
  /** What this is. Every text is a paragraph. */
  readonly lead: readonly string[]
  /** Set on every page of what was not sent. */
  readonly banner?: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly notes: readonly string[]
  /** What comes after it was sent, and by when. */
  readonly next?: { readonly heading: string; readonly text: string; readonly steps: readonly string[]; readonly note: string }
  readonly sections: Summary['sections']
  /** Said where a question has no answer. */
  readonly blank: string
}

/** What a copy says. `print` makes a text printable where letters are limited. */
export function copyViewOf(request: CopyRequest, words: CopyWords, print: (text: string) => string = (text) => text): CopyView {
  const say = (key: string, values?: Readonly<Record<string, string>>) => words.text(`paper:copy.${key}`, values)
  const { sentAt, hash, changes, by, keyedIn, papers } = request
  const next = changes ? undefined : nextOf(request, words)
  const said = papers ? { ...request.summary, sections: [...request.summary.sections, papers] } : request.summary
  const summary = printable(said, print)
  return {
    title: changes ? say(`changes.${changes.kind}.title`) : summary.title,
    lead: leadOf(request, summary.name, words),
    ...(!sentAt && { banner: say('draft') }),
    facts: factsOf({ ...request, councilName: print(request.councilName) }, words),
    notes: [...(hash ? [say(keyedIn ? 'hashNoteKeyedIn' : 'hashNote')] : []), ...(changes && by !== 'answer' ? [say('changes.dates')] : []), ...(request.hasLater ? [say('later')] : [])],
    ...(next && { next }),
    sections: summary.sections,
    blank: say('noAnswer'),
  }
}

function leadOf({ sentAt, changes, keyedIn }: CopyRequest, name: string, words: CopyWords): readonly string[] {
  const say = (key: string, values?: Readonly<Record<string, string>>) => words.text(`paper:copy.${key}`, { name, ...values })
  if (!sentAt) return [say('draftLead')]
  if (changes) return [say(`changes.${changes.kind}.lead`, { date: words.date(changes.firstOn) })]
  return keyedIn ? [say('leadKeyedIn'), `${say(`keyedIn.${keyedIn.how ?? 'not-said'}`)} ${say('keyedIn.check')}`] : [say('lead')]
}

function factsOf({ reference, councilName, councilPhone, sentAt, changedAt, hash, changes, keyedIn }: CopyRequest, words: CopyWords): CopyView['facts'] {
  const say = (key: string, values?: Readonly<Record<string, string>>) => words.text(`paper:copy.${key}`, values)
  const inLondon = (at: string | undefined) => at && say('sentAt', { date: words.date(londonDayOf(new Date(at))), time: words.time(at) })
  const facts = [
    [say('reference'), reference],
    [say('council'), councilName],
    [say('phone'), councilPhone],
    [say('changes.first'), changes && words.date(changes.firstOn)],
    [say('received'), keyedIn && words.date(keyedIn.on)],
    [say(changes ? `changes.${changes.kind}.sent` : keyedIn ? 'typedIn' : 'sent'), inLondon(sentAt)],
    [say('changedAt'), inLondon(changedAt)],
    [say('hash'), hash],
  ] as const
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

const STEPS = {
  'first': ['ask', 'decide', 'plan', 'final'],
  're-assessment': ['ask', 'decide', 'newPlan', 'goesOn'],
  'school': ['ask', 'decide', 'advice'],
  'notifier': ['look', 'decide', 'noMore'],
  'evidence': ['together', 'decide', 'noMore'],
  'answer': ['together', 'read', 'noMore'],
} as const

/** What comes after a request, and by when; on its receipt as on its copy. Of an answer no dates are told, since it has none. */
export function nextOf({ due, by }: Pick<CopyRequest, 'due' | 'by'>, words: Words): CopyView['next'] {
  const say = (key: string, values?: Readonly<Record<string, string>>) => words.text(`paper:copy.next.${key}`, values)
  if (by === 'answer') return { heading: say('heading'), text: say('counted.answer'), steps: STEPS.answer.map((step) => say(`answer.${step}`)), note: say('noteAnswer') }
  if (!due) return undefined
  const told = by ?? due.request
  const inWords = (on = '') => (on === '' ? '' : words.date(on))
  const dates = { decideBy: inWords(due.decideBy), planBy: inWords(due.planBy), finalBy: inWords(due.finalBy) }
  return { heading: say('heading'), text: say(`counted.${by === 'evidence' ? by : due.request}`, { date: words.date(due.countedFrom) }), steps: STEPS[told].map((step) => say(`${told}.${step}`, dates)), note: say('note') }
}

/** The Summary with every text made printable, and every line break a line of its own. */
function printable(summary: Summary, print: (text: string) => string): Summary {
  const printRow = (row: Row): Row => ({
    ...row,
    label: print(row.label),
    lines: row.lines.flatMap((line) => print(line).split('\n')).filter((line) => line.trim() !== ''),
    ...(row.items && { items: row.items.map((item) => ({ ...item, title: print(item.title), rows: item.rows.map(printRow) })) }),
  })
  return {
    ...summary,
    title: print(summary.title),
    name: print(summary.name),
    sections: summary.sections
      .filter((section) => section.rows.length > 0)
      .map((section) => ({ ...section, title: print(section.title), rows: section.rows.map(printRow) })),
  }
}

type Group = Row & { readonly items: NonNullable<Row['items']> }
const isGroup = (row: Row): row is Group => (row.items ?? []).length > 0

/** Neighbouring answers as one list; a repeat with items stands alone. */
export function listsOf(rows: readonly Row[]): (Row[] | Group)[] {
  const lists: (Row[] | Group)[] = []
  for (const row of rows) {
    const last = lists.at(-1)
    if (isGroup(row)) lists.push(row)
    else if (Array.isArray(last)) last.push(row)
    else lists.push([row])
  }
  return lists
}

import { isNotSaid, itemQuestionsOf, type Answers, type Form, type Page, type Question } from './form'
import { itemJourneysOf } from './item-journey'
import type { Journey } from './journey'
import { nameIn, wordsOf, type FormWords } from './naming'
import { isProtected, type Protection } from './protection'
import type { Words } from './words'

/** One question and its answer, in words. */
export interface Row {
  readonly question: string
  readonly page: string
  readonly label: string
  /** The answer, a line or paragraph each. Empty when it was left blank. */
  readonly lines: readonly string[]
  /** For a repeat: a group of rows for each item. */
  readonly items?: readonly { readonly key: string; readonly title: string; readonly rows: readonly Row[] }[]
  /** To be hidden from every reading except for staff who may see it. */
  readonly isProtected?: true
}

/**
 * What a person said, in the words they saw: read by check your answers, the print page, the PDF and the desk. Frozen at
 * submission, so that it keeps its own words for ever.
 */
export interface Summary {
  readonly form: string
  readonly language: string
  readonly title: string
  /** What the child or young person is called. */
  readonly name: string
  readonly sections: readonly { readonly id: string; readonly title: string; readonly rows: readonly Row[] }[]
}

/** The questions that apply and were seen, with their answers, in words; those left blank have no lines. */
export function summaryOf(form: Form, journey: Journey, words: Words): Summary {
  const name = nameIn(form, journey.valueOf, words)
  const said = wordsOf(form, words, name)
  const sections: { id: string; title: string; rows: Row[] }[] = []
  for (const { section, page } of journey.stops) {
    const seen = page.questions.filter((question) => journey.answers[question.id] !== undefined)
    if (seen.length === 0) continue
    if (sections.at(-1)?.id !== section.id) sections.push({ id: section.id, title: said.section(section.id), rows: [] })
    sections.at(-1)?.rows.push(...seen.map((question) => rowOf(question, page, journey.answers, journey.valueOf, said)))
  }
  return { form: form.id, language: words.language, title: said.title(), name, sections }
}

function rowOf(question: Question, page: Page, answers: Answers, valueOf: (name: string) => unknown, said: FormWords): Row {
  const value = answers[question.id]
  const hidden = isProtected(question, value, valueOf)
  const row: Row = {
    question: question.id,
    page: page.id,
    label: said.question(question).label,
    lines: linesOf(question, value, said),
    ...(hidden && { isProtected: true }),
  }
  if (!itemQuestionsOf(question)) return row
  const items = itemJourneysOf(page, value, valueOf).map(({ item, pages }, index) => {
    const own = (name: string) => (name in item ? item[name] : valueOf(name))
    return {
      key: item.key,
      title: said.words.text(said.naming(question).key('item'), { number: index + 1 }),
      rows: pages.flatMap((each) => each.questions.filter(({ id }) => item[id] !== undefined).map((asked) => rowOf(asked, each, item, own, said))),
    }
  })
  return { ...row, items }
}

function linesOf(question: Question, value: unknown, said: FormWords): readonly string[] {
  if (value === undefined || value === null) return []
  if (isNotSaid(value)) return [said.words.text(`questions:notSaid.${value.notSaid}`)]
  return question.kind.lines(value, question.settings, said.naming(question))
}

/** A Summary with more of its rows marked as protected; none is ever unmarked. */
export function protectedMore(summary: Summary, protects: Protection): Summary {
  const mark = (row: Row, item?: string): Row => ({
    ...row,
    ...((row.isProtected || protects(row.question, item)) && { isProtected: true }),
    ...(row.items && { items: row.items.map((each) => ({ ...each, rows: each.rows.map((one) => mark(one, each.key)) })) }),
  })
  return { ...summary, sections: summary.sections.map((section) => ({ ...section, rows: section.rows.map((row) => mark(row)) })) }
}

/** The same Summary for eyes that may not see protected details: those rows keep their question and say that they are kept private. */
export function withoutProtected(summary: Summary, keptPrivate: string): Summary {
  const hide = (row: Row): Row => {
    if (!row.isProtected) return row.items ? { ...row, items: row.items.map((item) => ({ ...item, rows: item.rows.map(hide) })) } : row
    const { items: _hidden, ...rest } = row
    return { ...rest, lines: [keptPrivate] }
  }
  return { ...summary, sections: summary.sections.map((section) => ({ ...section, rows: section.rows.map(hide) })) }
}

/** Whether a row says anything. */
export const isBlankRow = (row: Row): boolean => row.lines.length === 0 && (row.items ?? []).length === 0

/**
 * What changed between what was sent and what stands now: the rows that differ, and whether any of them had been answered
 * before (a correction) or all are new (an addition). Undefined when nothing changed.
 */
export function changesOf(sent: Summary, now: Summary): { kind: 'corrected' | 'added-to'; summary: Summary } | undefined {
  const before = rowsById(sent)
  const after = rowsById(now)
  const isNews = (row: Row) => (before.has(row.question) ? saidBy(row) !== saidBy(before.get(row.question)) : !isBlankRow(row))
  // An answer that no longer applies was taken back: it is sent as blank.
  const takenBack = (id: string): Row[] =>
    (sent.sections.find((section) => section.id === id)?.rows ?? [])
      .filter((row) => !after.has(row.question) && !isBlankRow(row))
      .map(({ items: _items, ...row }) => ({ ...row, lines: [] }))
  const ids = [...now.sections, ...sent.sections.filter(({ id }) => !now.sections.some((section) => section.id === id))]
  const sections = ids
    .map(({ id, title, rows }) => ({ id, title, rows: [...(now.sections.some((section) => section.id === id) ? rows.filter(isNews) : []), ...takenBack(id)] }))
    .filter((section) => section.rows.length > 0)
  if (sections.length === 0) return undefined
  const wasSaid = ({ question }: Row) => {
    const row = before.get(question)
    return row !== undefined && !isBlankRow(row)
  }
  const corrects = sections.some((section) => section.rows.some(wasSaid))
  return { kind: corrects ? 'corrected' : 'added-to', summary: { ...now, sections } }
}

const rowsById = (summary: Summary) => new Map(summary.sections.flatMap((section) => section.rows.map((row) => [row.question, row] as const)))

/** All that a row says, and whether it may be shown: for seeing whether it changed. On which page it was asked, or left blank, is no news. */
const saidBy = (row: Row | undefined): string => JSON.stringify(row && tellingOf(row))
const tellingOf = ({ question, lines, items = [], isProtected }: Row): unknown => [
  question,
  lines,
  items.map(({ key, title, rows }) => [key, title, rows.filter((row) => !isBlankRow(row)).map(tellingOf)]),
  isProtected ?? false,
]

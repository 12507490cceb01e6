import type { Answers, Question } from './form'
import type { Typed } from './kind'
import type { FormWords } from './naming'
import { fieldName, readPage, type Fields, type Problem } from './read-page'

// Rows of a table as items of a repeat: a cell for each question that is asked of an item, in the order in which they are asked or below a heading that
// names them. Each cell is read as if it had been typed into the boxes of its question.

/** A row of a table, and the line of the table that it stands on. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Something in a row that has to be put right: of an answer, or a cell that belongs to no question. */
export interface RowProblem {
  readonly line: number
  readonly problem: Problem | { readonly cell: string }
}

/** A row as an item: its answers, and what would have to be typed for them. */
export interface RowItem {
  readonly answers: Answers
  readonly fields: Fields
}

export interface ReadRows {
  readonly items: readonly RowItem[]
  readonly problems: readonly RowProblem[]
}

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Whether every answer to a question fits a cell. */
export const fitsCell = ({ kind, settings }: Question): boolean => kind.cell !== undefined || kind.boxes(settings).length === 1

/** Reads rows as items of whatever asks these questions; rows without a word are none. */
export function itemsFromRows(questions: readonly Question[], rows: readonly TableRow[], said: FormWords): ReadRows {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first] = filled
  const named = first?.cells.map((cell) => questions.find((each) => [said.column(each), said.question(each).label].some((name) => bare(name) === bare(cell)))) ?? []
  const words = first?.cells.filter((cell) => cell.trim() !== '').length ?? 0
  // More than half of its cells name a question: a heading, of which some cells are not understood.
  const isHeading = named.filter(Boolean).length * 2 > words
  const columns = isHeading ? named : questions
  const problems: RowProblem[] = isHeading && first ? first.cells.flatMap((cell, at) => (cell.trim() === '' || named[at] ? [] : [{ line: first.line, problem: { cell } }])) : []
  const items: RowItem[] = []
  for (const { line, cells } of isHeading ? filled.slice(1) : filled) {
    const typed = new Map<string, string | readonly string[]>()
    for (const [at, cell] of cells.entries()) {
      const question = columns[at]
      if (question) for (const [box, text] of Object.entries(boxesOf(question, cell, said))) typed.set(fieldName(question.id, box), text)
      else if (!isHeading && cell.trim() !== '') problems.push({ line, problem: { cell } })
    }
    const fields: Fields = (name) => [typed.get(name) ?? []].flat()
    const reading = readPage(questions, fields, {})
    problems.push(...reading.problems.map((problem) => ({ line, problem })))
    items.push({ answers: reading.answers, fields })
  }
  return { items, problems }
}

/** What a cell fills the boxes of a question with. Options are known by what they are called, as well as by their code. */
function boxesOf(question: Question, cell: string, said: FormWords): Typed {
  const { kind, settings } = question
  if (kind.cell) return kind.cell(cell)
  const [box] = kind.boxes(settings)
  const codeOf = (text: string) => said.question(question).options.find(({ value, label }) => bare(label) === bare(text) || value === text.trim())?.value ?? text.trim()
  if (box?.many) return { [box.name]: cell.split(';').map(codeOf).filter(Boolean) }
  return { [box?.name ?? '']: kind.options ? codeOf(cell) : cell }
}

import * as z from 'zod/mini'
import { answerSchema } from './answer-schema'
import { isNotSaid, itemQuestionsOf, pagesOf, questionsOf, type Answers, type Form, type Question } from './form'
import { emptyBoxes, schemaOf, typedFrom, unreadableBoxIn } from './read-page'
import type { Item } from './repeat'

/** A fault in an answers file: which question, and a code (`unknown-question`, `wrong-shape`, or an error code of the kind). */
export interface AnswerFault {
  readonly question: string
  readonly code: string
}

/**
 * Checks answers from outside (an answers file, the command line, a form read back) against a form: the same rules as the
 * pages, since each value is put back into its boxes and read with the kind's own schema.
 */
export function checkAnswers(form: Form, input: unknown): { answers: Answers; faults: readonly AnswerFault[] } {
  const record = z.record(z.string(), z.unknown()).safeParse(input)
  if (!record.success) return { answers: {}, faults: [{ question: '', code: 'not-an-object' }] }
  const top = new Map(pagesOf(form).flatMap((page) => page.questions.map((each) => [each.id, each] as const)))
  const inside = new Set(questionsOf(form).map((each) => each.id))
  const faults: AnswerFault[] = []
  const answers: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(record.data)) {
    const question = top.get(id)
    if (!question) {
      faults.push({ question: id, code: inside.has(id) ? 'belongs-inside-a-repeat' : 'unknown-question' })
      continue
    }
    const read = readAnswer(question, value)
    if ('code' in read) faults.push({ question: id, code: read.code })
    else answers[id] = read.answer
  }
  return { answers, faults }
}

/** The answer as a page would have kept it (cleaned, tidied), or a fault code. */
function readAnswer(question: Question, value: unknown): { answer: unknown } | { code: string } {
  if (value === null) return { answer: null }
  const shape = answerSchema(question).safeParse(value)
  if (!shape.success) return { code: 'wrong-shape' }
  if (isNotSaid(value)) return { answer: value }
  if (itemQuestionsOf(question)) return readItems(question, value as readonly Item[])
  const typed = { ...emptyBoxes(question), ...typedFrom(question, value) }
  if (unreadableBoxIn(typed) !== undefined) return { code: 'unreadable' }
  const read = schemaOf(question).safeParse(typed)
  return read.success ? { answer: read.data } : { code: read.error.issues[0]?.message ?? 'wrong-shape' }
}

function readItems(repeated: Question, items: readonly Item[]): { answer: readonly Item[] } | { code: string } {
  const answer: Item[] = []
  for (const { key, ...values } of items) {
    const item: Record<string, unknown> = {}
    for (const each of itemQuestionsOf(repeated) ?? []) {
      if (values[each.id] === undefined) continue
      const read = readAnswer(each, values[each.id])
      if ('code' in read) return { code: `${each.id}: ${read.code}` }
      item[each.id] = read.answer
    }
    answer.push({ ...item, key })
  }
  return { answer }
}

import { cleanText, isReadable } from './clean-text'
import { isNotSaid, isValue, type AnswerOf, type Answers, type Form, type OneOf, type Question } from './form'
import type { Given, Typed } from './kind'

/** Something on a page that has to be put right. `box` is the field to go to; the words are those of `code`. */
export interface Problem {
  readonly question: string
  readonly box: string
  readonly code: string
}

/** A page as it was posted: what was typed, what it means, and what is wrong with it. */
export interface PageReading {
  readonly typed: Readonly<Record<string, Typed>>
  /** Answers of the page's own questions; null where left blank. Only complete when there are no problems. */
  readonly answers: Answers
  readonly problems: readonly Problem[]
}

/** All values sent under a field name: `(name) => formData.getAll(name)`. */
export type Fields = (name: string) => readonly unknown[]

/** The name of a form field: the box '' of childSex is `childSex`, the box `day` of childBirthDate is `childBirthDate.day`. */
export const fieldName = (question: string, box: string): string => (box ? `${question}.${box}` : question)

/** The box that holds "I do not know" and the like. */
export const NOT_SAID = 'notSaid'

/** What was typed for one question. Sent twice, a single box keeps the last; anything that is not text is dropped. */
export function typedOf(question: Question, fields: Fields): Typed {
  const texts = (name: string) => fields(fieldName(question.id, name)).flatMap((each) => (typeof each === 'string' ? [cleanText(each)] : []))
  const typed: Record<string, string | readonly string[]> = {}
  for (const box of question.kind.boxes(question.settings)) typed[box.name] = box.many ? texts(box.name) : (texts(box.name).at(-1) ?? '')
  if (question.notSaid.length > 0) typed[NOT_SAID] = texts(NOT_SAID).at(-1) ?? ''
  // Radios and lists offer "I do not know" as one more option of their own, since a chosen radio cannot be unchosen.
  const chosen = question.notSaid.find((code) => code === typed[''] && question.kind.options?.(question.settings).includes(code) === false)
  if (chosen) Object.assign(typed, { '': '', [NOT_SAID]: chosen })
  return typed
}

/** The boxes of a question filled from its answer, for showing it again. */
export function typedFrom(question: Question, answer: unknown): Typed {
  if (answer === undefined || answer === null) return {}
  if (isNotSaid(answer)) return { [NOT_SAID]: answer.notSaid }
  return question.kind.typed(answer, question.settings)
}

/** The answer that is chosen beforehand where none was given: a computed value, if it is one that this question takes. */
export function suggestionOf({ kind, settings, suggested }: Question, valueOf: (name: string) => unknown): unknown {
  const guess = suggested === undefined ? undefined : kind.value(settings).safeParse(valueOf(suggested))
  return guess?.success ? guess.data : undefined
}

/**
 * Reads a posted page with each kind's own schema: the same function checks in the browser and on the server.
 * Presence is checked only for what is required to send; everything else may be left blank.
 * @param answers answers of other pages, which "at least one of" may name
 */
export const readPage = (questions: readonly Question[], fields: Fields, answers: Answers = {}, needs: readonly OneOf[] = []): PageReading =>
  readTyped(questions, Object.fromEntries(questions.map((each) => [each.id, typedOf(each, fields)])), answers, needs)

/** The same for what was typed earlier and kept, so that a page with problems can be shown again. */
export function readTyped(
  questions: readonly Question[],
  typed: Readonly<Record<string, Typed>>,
  answers: Answers = {},
  needs: readonly OneOf[] = [],
): PageReading {
  const read: Record<string, unknown> = {}
  const problems: Problem[] = []
  const valueOf = (name: string) => (name in read ? read[name] : answers[name])

  for (const question of questions) {
    const found = readQuestion(question, { ...emptyBoxes(question), ...typed[question.id] })
    if ('code' in found) problems.push(found)
    read[question.id] = 'code' in found ? undefined : found.answer
  }
  for (const need of needs) {
    const last = questions.findLast((each) => need.oneOf.includes(each.id))
    const isLastPage = last && need.oneOf.at(-1) === last.id
    if (isLastPage && problems.length === 0 && !isMet(need, questions, valueOf)) {
      const first = questions.find((each) => need.oneOf.includes(each.id)) ?? last
      problems.push({ question: first.id, box: firstBox(first), code: `needs.${need.id}` })
    }
  }
  return { typed, answers: read, problems }
}

const schemas = new WeakMap<Question, ReturnType<Question['kind']['schema']>>()

/** The schema of a question's boxes, made once: making one takes longer than reading with it. */
export function schemaOf(question: Question) {
  const schema = schemas.get(question) ?? question.kind.schema(question.settings)
  schemas.set(question, schema)
  return schema
}

/** The first box with something in it that could not be read as text. */
export const unreadableBoxIn = (typed: Typed): string | undefined => Object.keys(typed).find((box) => ![typed[box] ?? ''].flat().every(isReadable))

function readQuestion(question: Question, typed: Typed): Problem | { answer: unknown } {
  const unreadable = unreadableBoxIn(typed)
  if (unreadable !== undefined) return { question: question.id, box: unreadable, code: 'unreadable' }
  const result = schemaOf(question).safeParse(typed)
  const reason = question.notSaid.find((code) => code === typed[NOT_SAID])
  if (!result.success) {
    const [issue] = result.error.issues
    return { question: question.id, box: String(issue?.path.at(0) ?? firstBox(question)), code: issue?.message ?? 'invalid' }
  }
  if (result.data !== null && reason) return { question: question.id, box: firstBox(question), code: 'bothSaid' }
  if (result.data === null && !reason && question.need === 'required') return { question: question.id, box: firstBox(question), code: 'required' }
  return { answer: result.data ?? (reason ? { notSaid: reason } : null) }
}

/** Every box of a question, empty. */
export const emptyBoxes = (question: Question): Typed =>
  Object.fromEntries(question.kind.boxes(question.settings).map((box) => [box.name, box.many ? [] : '']))

export const firstBox = (question: Question): string => question.kind.boxes(question.settings)[0]?.name ?? ''

/** Whether a question has an answer that says something (not left blank, not "I do not know"). */
export const isAnswered = (question: Question, value: unknown): boolean =>
  isValue(value) && !question.kind.isBlank?.(value)

/** The "at least one of" rules that these questions are checked against, and what was answered elsewhere that those name. */
export function rulesOn(form: Form, questions: readonly Question[], answerOf: AnswerOf): { readonly needs: readonly OneOf[]; readonly known: Answers } {
  const needs = form.needs.filter((need) => questions.some((question) => need.oneOf.at(-1) === question.id))
  const elsewhere = needs.flatMap((need) => need.oneOf).filter((name) => !questions.some((each) => each.id === name))
  return { needs, known: Object.fromEntries(elsewhere.map((name) => [name, answerOf(name) ?? null])) }
}

const isMet = (need: OneOf, questions: readonly Question[], valueOf: (name: string) => unknown): boolean =>
  need.oneOf.some((name) => {
    const question = questions.find((each) => each.id === name)
    const value = valueOf(name)
    return question ? isAnswered(question, value) : isValue(value)
  })

/** Warning codes for answers that are kept as they are but look odd, by question id. */
export function warningsOf(questions: readonly Question[], answers: Answers, given: Given): Readonly<Record<string, string>> {
  const warnings: Record<string, string> = {}
  for (const question of questions) {
    const value = answers[question.id]
    const code = isValue(value) ? question.kind.warn?.(value, question.settings, given) : undefined
    if (code) warnings[question.id] = code
  }
  return warnings
}

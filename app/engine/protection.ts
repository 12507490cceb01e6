import { holds } from './condition'
import { isValue, itemQuestionsOf, questionsOf, type Form, type Question } from './form'
import type { Journey } from './journey'
import { itemsOf } from './repeat'

/** Whether a question (of an item, by its key) is kept from everybody but the staff who may see it. */
export type Protection = (question: string, item?: string) => boolean

/**
 * What is protected by the answers as they stand, sent or not: a family that asks to be hidden is hidden at once, and in everything it sent
 * before.
 */
export function protectionBy(form: Form, { answers, valueOf }: Journey): Protection {
  const byId = new Map(questionsOf(form).map((each) => [each.id, each]))
  const repeatOf = new Map(questionsOf(form).flatMap((each) => (itemQuestionsOf(each) ?? []).map((item) => [item.id, each.id] as const)))
  return (id, key) => {
    const question = byId.get(id)
    if (!question) return false
    const repeated = repeatOf.get(id)
    const item = repeated ? itemsOf(answers, repeated).find((each) => each.key === key) : undefined
    return isProtected(question, item?.[id] ?? answers[id], (name) => (item && name in item ? item[name] : valueOf(name)))
  }
}

/** Whether one answer is protected: by a condition on other answers, or because it asks for it itself. */
export const isProtected = (question: Question, value: unknown, valueOf: (name: string) => unknown): boolean =>
  Boolean(question.protectedWhen && holds(question.protectedWhen, valueOf)) ||
  (isValue(value) && Boolean(question.kind.isProtected?.(value)))

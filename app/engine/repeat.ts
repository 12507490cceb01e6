import * as z from 'zod/mini'
import { answerSchema } from './answer-schema'
import { question, type Answers, type Page, type Question, type QuestionSettings, type RepeatSettings } from './form'
import type { Kind } from './kind'
import { fitsCell } from './rows'

/** One of several: its own key, so that two tabs can add and change different items, and the answers to the item questions. */
export interface Item {
  readonly key: string
  readonly [questionId: string]: unknown
}

const KEY = /^[a-z0-9]{1,20}$/
const key = z.string().check(z.regex(KEY))

/** Whether a text can be the key of an item. */
export const isItemKey = (text: string): boolean => KEY.test(text)

const haveOwnKeys = (items: readonly { key?: unknown }[]) => new Set(items.map((item) => item.key)).size === items.length

/** An item read from plain JSON: each known question id checked by its own kind. */
const itemOf = ({ questions }: RepeatSettings) =>
  z.strictObject(Object.fromEntries([['key', key], ...questions.map((each) => [each.id, z.optional(answerSchema(each))])]))

/**
 * A question that is asked of several people or things. It has no boxes: each item is a screen of its own, kept as a part of
 * its own (see parts.ts).
 */
export const repeatKind: Kind<'repeat', RepeatSettings, readonly Item[]> = {
  name: 'repeat',
  boxes: () => [],
  schema: () => z.pipe(z.custom<Record<string, string | readonly string[]>>(), z.transform(() => null)),
  value: (settings) => z.array(itemOf(settings)).check(z.maxLength(settings.max), z.refine(haveOwnKeys)) as unknown as z.ZodMiniType<readonly Item[]>,
  typed: () => ({}),
  errors: [],
  warnings: [],
  lines: () => [],
  isBlank: (items) => items.length === 0,
  example: ({ questions }) => [
    Object.fromEntries([['key', 'a1'], ...questions.map((each) => [each.id, each.kind.example(each.settings)])]),
  ],
}

/** What is asked of each item: on one screen, or on pages of its own. */
type Asked = { readonly questions: readonly Question[] } | { readonly pages: readonly Page[] }

/** @throws Error when rows could be pasted that cannot be read */
export function repeat<const Id extends string>(id: Id, settings: Pick<RepeatSettings, 'max' | 'pasteable'> & Asked & QuestionSettings): Question<Id, readonly Item[]> {
  const questions = 'pages' in settings ? settings.pages.flatMap((each) => each.questions) : settings.questions
  const unfit = settings.pasteable && questions.find((each) => !fitsCell(each))
  if (unfit) throw new Error(`${id}: rows cannot be pasted, since an answer to ${unfit.id} fits no cell`)
  return question(repeatKind, id, { ...settings, questions })
}

/** The items that the answer to a repeat holds; none when it was left blank. */
export const itemsIn = (answer: unknown): readonly Item[] => (Array.isArray(answer) ? (answer as Item[]) : [])

/** Whether a list takes this item: it is there already, or there is room for one more. */
export const hasRoomFor = (items: readonly Item[], { max }: Pick<RepeatSettings, 'max'>, key: string): boolean => items.length < max || items.some((each) => each.key === key)

/** The items of a repeat in a set of answers. */
export const itemsOf = (answers: Answers, id: string): readonly Item[] => itemsIn(answers[id])

import type { Need, NotSaidCode, OneOf, Question, RepeatSettings } from '~/engine/form'
import type { FormWords } from '~/engine/naming'
import { kinds } from './index'

export interface OptionView {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** One question as plain JSON in one language: all that a browser needs to draw it and to check it. */
export interface QuestionView {
  readonly id: string
  readonly kind: string
  readonly settings: object
  readonly need: Need
  readonly notSaid: readonly { readonly value: NotSaidCode; readonly label: string }[]
  /** Says "(optional)" where the question is. */
  readonly label: string
  readonly hint?: string
  readonly options?: readonly OptionView[]
  /** The label of each box that has a name. */
  readonly boxes: Readonly<Record<string, string>>
  /** Other words drawn with it: those of its kind, `error` (read out before an error) and `or`. */
  readonly words: Readonly<Record<string, string>>
  /** The sentence for every error code that can occur. */
  readonly errors: Readonly<Record<string, string>>
}

/**
 * What the server sends to the browser for one question.
 * @param needs the "at least one of" rules that the page is checked against
 */
export function questionViewOf(question: Question, said: FormWords, needs: readonly OneOf[] = []): QuestionView {
  const { id, kind, need } = question
  const { questions: _items, pages: _pages, ...settings } = question.settings as Partial<RepeatSettings>
  const { label, hint, options } = said.question(question)
  const { words, key } = said.naming(question)
  const ownWords = Object.entries(kind.words?.(question.settings) ?? {}).map(([name, values]) => [name, words.text(key(`words.${name}`), values)])
  const codes = [
    ...kind.errors,
    'unreadable',
    ...(need === 'required' ? ['required'] : []),
    ...(question.notSaid.length > 0 ? ['bothSaid'] : []),
    ...needs.filter(({ oneOf }) => oneOf.includes(id)).map((each) => `needs.${each.id}`),
  ]
  return {
    id,
    kind: kind.name,
    settings,
    need,
    notSaid: question.notSaid.map((value) => ({ value, label: words.text(`questions:notSaid.${value}`) })),
    label: need === 'optional' ? words.text('questions:optional', { label }) : label,
    ...(hint !== undefined && { hint }),
    ...(options.length > 0 && {
      options: options.map(({ value, label: option, hint: help }) => ({ value, label: option, ...(help !== undefined && { hint: help }) })),
    }),
    boxes: Object.fromEntries(kind.boxes(question.settings).flatMap(({ name }) => (name ? [[name, words.text(key(`boxes.${name}`))]] : []))),
    words: { ...Object.fromEntries(ownWords), error: words.text('questions:error'), or: words.text('questions:or') },
    errors: Object.fromEntries(codes.map((code) => [code, said.problem(question, code)])),
  }
}

/** The question again, for the engine's `readPage` in the browser. */
export function questionFrom({ id, kind: name, settings, need, notSaid }: QuestionView): Question {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No kind of question is called ${name}.`)
  return { id, kind, settings, need, notSaid: notSaid.map(({ value }) => value), reused: false }
}

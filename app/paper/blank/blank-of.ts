import type { BlankCouncil, BlankRequest } from '~/engine/blank-request'
import type { Form, Question } from '~/engine/form'
import { nameIn, wordsOf, type FormWords } from '~/engine/naming'
import type { LanguageWords } from '~/i18n/words'
import type { Covers } from '../kit/fonts'
import { printableText } from '../kit/printable-text'
import { numbersOf } from './numbers'
import { onlyIf } from './only-if'

/** What every part of a blank form is drawn from: all of it can be printed. */
export interface Blank {
  readonly form: Form
  readonly council: BlankCouncil
  readonly isFillable: boolean
  readonly words: Pick<LanguageWords, 'either' | 'list'>
  readonly said: FormWords
  readonly onlyIf: ReturnType<typeof onlyIf>
  /** A sentence of blank forms. */
  say(key: string, values?: Record<string, string | number>): string
  list(key: string): readonly string[]
  /** The number of a question by its id. */
  numberOf(id: string): string
}

/** Where a sentence of blank forms is. Staff of schools have some of their own: they act for a family, which alone may appeal. */
export function keyFor({ schoolWhen }: Pick<Form, 'schoolWhen'>, key: string, words: Pick<LanguageWords, 'has'>): string {
  const own = `paper:blank.school.${key}`
  return schoolWhen && words.has(own) ? own : `paper:blank.${key}`
}

export function blankOf(form: Form, { council, look }: BlankRequest, spoken: LanguageWords, covers: Covers): Blank {
  const print = (text: string) => printableText(text, covers, spoken.text('paper:copy.notShown')).text
  const words: LanguageWords = { ...spoken, text: (key, values) => print(spoken.text(key, values)) }
  const said = wordsOf(form, words, nameIn(form, () => undefined, words))
  const numbers = numbersOf(form)
  return {
    form,
    council: printable(council, print),
    isFillable: look === 'fillable',
    words,
    said,
    onlyIf: onlyIf(form, said, words, numbers),
    say: (key, values) => words.text(keyFor(form, key, spoken), values),
    list: (key) => spoken.tree<readonly string[]>(keyFor(form, key, spoken)).map(print),
    numberOf: (id) => numbers.get(id) ?? '',
  }
}

/** The same plain data with every text changed. */
function printable<Data>(data: Data, print: (text: string) => string): Data {
  const change = (part: unknown): unknown => {
    if (typeof part === 'string') return print(part)
    if (Array.isArray(part)) return part.map(change)
    return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, change(value)]))
  }
  return change(data) as Data
}

/** What a form of the portal needs to be asked on paper, and nothing else does. */
export const needsOf = ({ form: { needs }, numberOf, say, words }: Blank, question: Question): string | undefined => {
  if (question.need === 'required') return say('needed')
  const others = needs.find(({ oneOf }) => oneOf.includes(question.id))?.oneOf.filter((id) => id !== question.id)
  return others && say('neededOr', { numbers: words.either(others.map(numberOf)) })
}

import type { Condition } from '~/engine/condition'
import { questionsOf, type Form } from '~/engine/form'
import { conditionKey, meaningOf, testsIn, type Meaning, type Test } from '~/engine/meaning'
import type { FormWords } from '~/engine/naming'
import type { LanguageWords } from '~/i18n/words'

// Named one by one, more options than this are a riddle.
const MOST_NAMED = 3

/** A condition as a person on paper can follow it: what stands after "Answer this only if", and help with it. */
export interface SaidCondition {
  readonly text: string
  readonly help?: string
}

/** Says conditions of a form by the numbers that its questions have on paper. */
export function onlyIf(form: Form, said: FormWords, { either }: Pick<LanguageWords, 'either'>, numbers: ReadonlyMap<string, string>): (condition: Condition) => SaidCondition {
  const { words } = said
  const say = (key: string, values: Record<string, string | number>) => words.text(`paper:blank.${key}`, values)
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  const quoted = (labels: readonly string[]) => either(labels.map((option) => say('quoted', { option })))

  const sayTest = (test: Test): string => {
    const computed = conditionKey(form, test)
    if (computed) return words.text(`${form.id}:${computed}`, Object.fromEntries(numbers))
    const question = questions.get(test.name)
    if (!question) throw new Error(`Form ${form.id}: a condition names ${test.name}, which is on no paper.`)
    const { options, notSaid } = said.question(question)
    const number = numbers.get(test.name) ?? ''
    const named = options.filter(({ value }) => test.values.includes(value))
    const others = [...options, ...notSaid].filter(({ value }) => !test.values.includes(value))
    if (named.length < test.values.length) throw new Error(`Form ${form.id}: a condition tests ${test.name} for what has no words.`)
    const labels = (ticks: readonly { readonly label: string }[]) => quoted(ticks.map(({ label }) => label))
    if (test.isNot) return say('notTicked', { number, options: labels(named) })
    if (named.length <= MOST_NAMED) return say('ticked', { number, options: labels(named) })
    if (others.length <= MOST_NAMED) return say('tickedOther', { number, options: labels(others) })
    if (options.slice(0, named.length).every(({ value }) => test.values.includes(value))) return say('tickedFirst', { number, count: named.length })
    return say('ticked', { number, options: labels(named) })
  }
  const sayMeaning = (meaning: Meaning): string => {
    if ('name' in meaning) return sayTest(meaning)
    const isAll = 'all' in meaning
    return (isAll ? meaning.all : meaning.any).map(sayMeaning).reduce((one, other) => say(isAll ? 'both' : 'oneOf', { one, other }))
  }
  return (condition) => {
    const meaning = meaningOf(condition)
    const helpKeys = testsIn(meaning).map(({ name }) => `${form.id}:conditions.${name}.help`)
    const help = helpKeys.filter(words.has).map((key) => words.text(key)).join(' ')
    return { text: sayMeaning(meaning), ...(help && { help }) }
  }
}

import type { Condition } from './condition'
import type { Form } from './form'

/**
 * What a condition comes to, for saying it in words: tests of the same answer are one test of several values, and `not` is
 * only left at a test ("you did not tick…").
 */
export type Meaning = Test | { readonly all: readonly Meaning[] } | { readonly any: readonly Meaning[] }

/** The named answer is (or is not) one of the values. */
export interface Test {
  readonly name: string
  readonly values: readonly string[]
  readonly isNot: boolean
}

export function meaningOf(condition: Condition): Meaning {
  if ('is' in condition) return { name: condition.is[0], values: [condition.is[1]], isNot: false }
  if ('not' in condition) return opposite(meaningOf(condition.not))
  return 'all' in condition ? together('all', condition.all.map(meaningOf)) : together('any', condition.any.map(meaningOf))
}

function opposite(meaning: Meaning): Meaning {
  if ('all' in meaning) return together('any', meaning.all.map(opposite))
  if ('any' in meaning) return together('all', meaning.any.map(opposite))
  return { ...meaning, isNot: !meaning.isNot }
}

/** "It is a, or it is b" is "it is a or b"; "it is not a, and it is not b" is "it is neither". */
function together(how: 'all' | 'any', parts: readonly Meaning[]): Meaning {
  const flat = parts.flatMap((part): readonly Meaning[] => (how === 'all' && 'all' in part ? part.all : how === 'any' && 'any' in part ? part.any : [part]))
  const joined: Meaning[] = []
  for (const part of flat) {
    const at = 'name' in part && part.isNot === (how === 'all') ? joined.findIndex((each) => 'name' in each && each.name === part.name && each.isNot === part.isNot) : -1
    const same = joined[at]
    if (same && 'name' in same && 'name' in part) joined[at] = { ...same, values: [...new Set([...same.values, ...part.values])] }
    else joined.push(part)
  }
  const [only] = joined
  if (only && joined.length === 1) return only
  return how === 'all' ? { all: joined } : { any: joined }
}

/** Every test in it. */
export const testsIn = (meaning: Meaning): readonly Test[] =>
  'name' in meaning ? [meaning] : ('all' in meaning ? meaning.all : meaning.any).flatMap(testsIn)

/** The locale key, within a form, of a test of a computed value, such as `conditions.overSchoolAge.yes-or-unsure`; undefined for an answer. */
export function conditionKey({ computed }: Form, { name, values, isNot }: Test): string | undefined {
  const options = computed[name]?.options.filter((option) => values.includes(option) !== isNot)
  return options && `conditions.${name}.${options.join('-or-')}`
}

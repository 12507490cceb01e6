/**
 * When a page applies, or an answer is protected: plain data, so that it can be evaluated on a screen and printed on paper as
 * "Answer only if…". `is` is true when the named answer equals the value, or holds it (several choices).
 */
export type Condition =
  | { readonly is: readonly [name: string, value: string] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export const is = (name: string, value: string): Condition => ({ is: [name, value] })
export const all = (...conditions: Condition[]): Condition => ({ all: conditions })
export const any = (...conditions: Condition[]): Condition => ({ any: conditions })
export const not = (condition: Condition): Condition => ({ not: condition })
/** True when the named answer is one of the values. */
export const isOneOf = (name: string, values: readonly string[]): Condition => any(...values.map((value) => is(name, value)))

/** Whether the condition holds, given a way to look up a named answer or computed value. */
export function holds(condition: Condition, valueOf: (name: string) => unknown): boolean {
  if ('is' in condition) {
    const [name, wanted] = condition.is
    const value = valueOf(name)
    return Array.isArray(value) ? value.includes(wanted) : value === wanted
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, valueOf))
  if ('any' in condition) return condition.any.some((part) => holds(part, valueOf))
  return !holds(condition.not, valueOf)
}

/** Every (name, value) pair a condition tests. */
export function testsOf(condition: Condition): readonly (readonly [name: string, value: string])[] {
  if ('is' in condition) return [condition.is]
  if ('not' in condition) return testsOf(condition.not)
  return ('all' in condition ? condition.all : condition.any).flatMap(testsOf)
}

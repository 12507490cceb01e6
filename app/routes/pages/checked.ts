/** The questions of "check before you start", in order, with their answers. */
export const CHECKS = {
  who: ['child', 'me', 'work', 'other'],
  age: ['child', 'young', 'over', 'unsure'],
  plan: ['yes', 'no', 'unsure'],
  before: ['yes', 'no', 'unsure'],
} as const

export type Check = keyof typeof CHECKS
export const checkIds = Object.keys(CHECKS) as readonly Check[]

/** What was chosen so far, and which question comes now. */
export interface Checked {
  readonly at: Check | 'result'
  readonly chosen: { readonly [C in Check]?: (typeof CHECKS)[C][number] }
}

/** Something to say about what was chosen; its words are `start:result.notes.NOTE`. */
export type Note = 'me' | 'meChild' | 'work' | 'other' | 'young' | 'over' | 'plan' | 'before'

/** Reads the query. What is not one of the answers counts as skipped. */
export function checkedOf(search: URLSearchParams): Checked {
  const chosen = Object.fromEntries(
    checkIds.flatMap((id) => {
      const given = search.get(id)
      const known = CHECKS[id].find((each) => each === given)
      return known ? [[id, known]] : []
    }),
  ) as Checked['chosen']
  const asked = search.get('at')
  const at = asked === 'result' ? 'result' : (checkIds.find((id) => id === asked) ?? 'who')
  // From 25 it is another law: whether there is a plan makes no difference to what we can say.
  const isDone = chosen.age === 'over' && checkIds.indexOf(at as Check) > checkIds.indexOf('age')
  return { at: isDone ? 'result' : at, chosen }
}

/** The query that leads to a question with what was chosen before it. */
export function checkQuery(at: Checked['at'], chosen: Checked['chosen']): string {
  const before = at === 'result' ? checkIds : checkIds.slice(0, checkIds.indexOf(at) + 1)
  const kept = before.flatMap((id): [string, string][] => (chosen[id] ? [[id, chosen[id]]] : []))
  return new URLSearchParams([['at', at], ...kept]).toString()
}

/** The question asked before this one; undefined at the first. */
export const previousOf = ({ at, chosen }: Checked): Check | undefined =>
  at !== 'result' ? checkIds[checkIds.indexOf(at) - 1] : chosen.age === 'over' ? 'age' : 'before'

export function notesOf({ who, age, plan, before }: Checked['chosen']): readonly Note[] {
  const notes: readonly [Note, boolean][] = [
    ['over', age === 'over'],
    ['me', who === 'me' && age !== 'child' && age !== 'over'],
    ['meChild', who === 'me' && age === 'child'],
    ['work', who === 'work'],
    ['other', who === 'other'],
    ['young', who !== 'me' && who !== 'work' && age === 'young'],
    ['plan', plan === 'yes'],
    ['before', before === 'yes'],
  ]
  return notes.filter(([, applies]) => applies).map(([note]) => note)
}

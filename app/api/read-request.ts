import type { Words } from '~/engine/words'
import { errorsOf, problem } from './problem'
import { factInputShape, type FactInput, type Problem } from './shapes'

/** A fact as it was posted, checked; or what is wrong with it, place by place. */
export function readFactInput(words: Words, json: string): { readonly input: FactInput } | { readonly problem: Problem } {
  const value = parsed(json)
  if (value === undefined) return { problem: problem(words, 'bad-json') }
  const read = factInputShape.safeParse(value.json)
  return read.success ? { input: read.data } : { problem: problem(words, 'bad-fact', { errors: errorsOf(read.error.issues) }) }
}

function parsed(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

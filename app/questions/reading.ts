import * as z from 'zod/mini'
import type { Typed } from '~/engine/kind'

/** Something wrong with what was typed: an error code of the kind, and the box to mend. */
export class Fault {
  constructor(
    readonly code: string,
    readonly box: string = '',
  ) {}
}

/** A kind's schema from a function that reads the boxes: null is blank, a Fault becomes an issue with its code and box. */
export const schemaFrom = <Value>(read: (typed: Typed) => Value | null | Fault): z.ZodMiniType<Value | null, Typed> =>
  z.pipe(
    z.custom<Typed>((typed) => typeof typed === 'object' && typed !== null),
    z.transform((typed, { issues }) => {
      const found = read(typed)
      if (!(found instanceof Fault)) return found
      issues.push({ code: 'custom', message: found.code, path: [found.box], input: typed })
      return z.NEVER
    }),
  )

/** The text of a box; sent twice, the last. */
export function textIn(typed: Typed, box: string): string {
  const text = typed[box]
  return (typeof text === 'string' ? text : text?.at(-1)) ?? ''
}

/** Every text sent under the name of a box. */
export function textsIn(typed: Typed, box: string): readonly string[] {
  const texts = typed[box] ?? []
  return typeof texts === 'string' ? [texts] : texts
}

/** Whether a text has more characters than allowed, as people count them: an emoji is one. */
export const isLonger = (text: string, max: number): boolean => text.length > max && (text.length > 2 * max || [...text].length > max)

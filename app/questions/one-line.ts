import * as z from 'zod/mini'
import { cleanLine } from '~/engine/clean-text'
import type { Typed } from '~/engine/kind'
import { Fault, schemaFrom, textIn } from './reading'

/**
 * What every kind with one box and one line of text has in common.
 * @param tidy how the line is kept; it must be safe to tidy twice
 * @param faultIn the error code for a tidied line, if any
 */
export const oneLine = <Settings extends object>(
  faultIn: (line: string, settings: Settings) => string | undefined,
  tidy: (line: string) => string = (line) => line,
) => ({
  boxes: () => [{ name: '' }],
  schema: (settings: Settings) =>
    schemaFrom((typed) => {
      const line = tidy(cleanLine(textIn(typed, '')))
      const code = line && faultIn(line, settings)
      return code ? new Fault(code) : line || null
    }),
  value: () => z.string(),
  typed: (value: string): Typed => ({ '': value }),
  lines: (value: string) => [value],
})

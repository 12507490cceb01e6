import * as z from 'zod/mini'
import { cleanLine } from '~/engine/clean-text'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { asciiDigits } from '../ascii-digits'
import { Fault, schemaFrom, textIn } from '../reading'

export interface NumberSettings {
  readonly max: number
  /** What it counts, drawn beside the box where it has a sign: the label says it too, since the sign is not read out. */
  readonly unit?: 'percent' | 'pounds'
}

const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const PLAIN = /^\d+([.,]\d+)?$/

/** The number that people mean by '£1,250.50', '95.4 %', '95,4' or '٩٥'; two places are kept. */
function numberIn(text: string): number | undefined {
  const bare = asciiDigits(text).replace(/[£%\s]/g, '')
  const plain = THOUSANDS.test(bare) ? bare.replaceAll(',', '') : PLAIN.test(bare) ? bare.replace(',', '.') : undefined
  return plain === undefined ? undefined : Math.round(Number(plain) * 100) / 100
}

export const numberKind: Kind<'number', NumberSettings, number> = {
  name: 'number',
  boxes: () => [{ name: '' }],
  schema: ({ max }) =>
    schemaFrom((typed) => {
      const line = cleanLine(textIn(typed, ''))
      if (line === '') return null
      const number = numberIn(line)
      if (number === undefined) return new Fault('notANumber')
      return number > max ? new Fault('tooHigh') : number
    }),
  value: ({ max }) => z.number().check(z.minimum(0), z.maximum(max)),
  typed: (value) => ({ '': String(value) }),
  words: () => ({ percent: {}, pounds: {} }),
  errors: ['notANumber', 'tooHigh'],
  warnings: [],
  lines: (value, { unit = 'plain' }, { words }) => [words.text(`questions:number.said.${unit}`, { number: value })],
  example: ({ max }) => Math.min(max, 12),
}

/** A number of something, from 0 up: a share of a hundred, an amount of money, or how many. */
export const number = <const Id extends string>(id: Id, settings: NumberSettings & QuestionSettings): Question<Id, number> => question(numberKind, id, settings)

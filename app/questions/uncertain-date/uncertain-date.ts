import * as z from 'zod/mini'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { boxesIn, boxesOf, dateBoxes, isoOf, partsIn, warningFor, type DateSettings } from '../calendar-boxes'
import { Fault, schemaFrom } from '../reading'

export const uncertainDateKind: Kind<'uncertain-date', DateSettings, string> = {
  name: 'uncertain-date',
  boxes: () => dateBoxes,
  schema: (settings) =>
    schemaFrom((typed) => {
      const parts = partsIn(typed)
      if (parts instanceof Fault) return parts
      const { day, month, year } = parts
      if (!day && !month && !year) return null
      if (!year) return new Fault('missingYear', 'year')
      if (day && !month) return new Fault('missingMonth', 'month')
      return isoOf(year, month, day, settings)
    }),
  value: () => z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  typed: boxesOf,
  cell: boxesIn,
  errors: ['missingMonth', 'missingYear', 'shortYear', 'notADate', 'tooLongAgo', 'inFuture'],
  warnings: ['olderThanExpected', 'onlyJustBorn'],
  warn: warningFor,
  lines: (value, _settings, { words }) => [words.date(value)],
  example: () => '2016-05',
}

/** A date as well as somebody knows it: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export const uncertainDate = <const Id extends string>(id: Id, settings: DateSettings & QuestionSettings = {}): Question<Id, string> =>
  question(uncertainDateKind, id, settings)

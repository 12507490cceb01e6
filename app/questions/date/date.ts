import * as z from 'zod/mini'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { boxesIn, boxesOf, dateBoxes, isoOf, partsIn, warningFor, type DateSettings } from '../calendar-boxes'
import { Fault, schemaFrom } from '../reading'

export const dateKind: Kind<'date', DateSettings, string> = {
  name: 'date',
  boxes: () => dateBoxes,
  schema: (settings) =>
    schemaFrom((typed) => {
      const parts = partsIn(typed)
      if (parts instanceof Fault) return parts
      const { day, month, year } = parts
      if (!day && !month && !year) return null
      if (!day) return new Fault('missingDay', 'day')
      if (!month) return new Fault('missingMonth', 'month')
      if (!year) return new Fault('missingYear', 'year')
      return isoOf(year, month, day, settings)
    }),
  value: () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  typed: boxesOf,
  cell: boxesIn,
  errors: ['missingDay', 'missingMonth', 'missingYear', 'shortYear', 'notADate', 'tooLongAgo', 'inFuture'],
  warnings: ['olderThanExpected', 'onlyJustBorn'],
  warn: warningFor,
  lines: (value, _settings, { words }) => [words.date(value)],
  example: () => '2016-05-04',
}

/** A whole date: 'YYYY-MM-DD'. */
export const date = <const Id extends string>(id: Id, settings: DateSettings & QuestionSettings = {}): Question<Id, string> =>
  question(dateKind, id, settings)

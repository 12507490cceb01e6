import * as z from 'zod/mini'
import type { Question } from './form'

/** One answer in plain JSON: its value, a reason for none that the question offers, or null for left blank. */
export const answerSchema = ({ kind, settings, notSaid }: Question): z.ZodMiniType<unknown> =>
  z.nullable(notSaid.length > 0 ? z.union([kind.value(settings), z.strictObject({ notSaid: z.enum(notSaid) })]) : kind.value(settings))

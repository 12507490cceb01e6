import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { diagnoses } from '../diagnoses'

/** One of the four broad areas of need (SEND Code of Practice 6.28 to 6.35): strengths, what is hard where, what helps. */
const area = <const Id extends string>(id: Id) => {
  const asked = { when: isOneOf(`${id}Hard`, ['yes', 'unsure']) }
  return [
    page(id, [yesNo(`${id}Hard`, { unsure: true, notSaid: ['rather-not-say'] })]),
    page(`${id}-strengths`, [longText(`${id}Strengths`)], asked),
    page(`${id}-hard`, [longText(`${id}HardAtHome`), longText(`${id}HardAtLearning`)], asked),
    page(`${id}-helps`, [longText(`${id}Helps`)], asked),
  ] as const
}

/** What is hard and what helps. No diagnosis is needed for any of it. */
export const needs = section('needs', { sees: 'advisers-and-school', special: 'health' }, [
  ...area('talking'),
  ...area('learning'),
  ...area('feelings'),
  ...area('senses'),
  page('independence', [longText('independenceStrengths'), longText('independenceHard')]),
  diagnoses,
])

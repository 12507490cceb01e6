import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'

/** One of the four broad areas of need (SEND Code of Practice 6.28 to 6.35): strengths, need, impact, and where the evidence is. */
const area = <const Id extends string>(id: Id) => {
  const asked = { when: isOneOf(`${id}Hard`, ['yes', 'unsure']) }
  return [
    page(id, [yesNo(`${id}Hard`, { unsure: true })]),
    page(
      `${id}-details`,
      [longText(`${id}Strengths`), longText(`${id}Need`), longText(`${id}Impact`), text(`${id}Evidence`, { max: 500, need: 'optional' })],
      asked,
    ),
  ] as const
}

/** What is hard for the pupil, area by area. */
export const needs = section('needs', { sees: 'advisers', special: 'health' }, [
  ...area('talking'),
  ...area('learning'),
  ...area('feelings'),
  ...area('senses'),
  page('independence', [longText('independenceStrengths'), longText('independenceHard')]),
])

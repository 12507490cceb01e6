import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkAnswers } from '~/engine/check-answers'
import { defineForm, page, questionsOf, section } from '~/engine/form'
import { date, kinds, number, postcode } from '~/questions'
import { parentRequest } from './parent-request'

const guide = readFileSync(new URL('../../docs/answers.md', import.meta.url), 'utf8')
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map((found) => found[1] ?? '')

const documented = defineForm('documented', { computed: parentRequest.computed }, [
  ...parentRequest.sections,
  section('other-kinds', { sees: 'council' }, [page('other-kinds', [date('exampleDate'), postcode('examplePostcode'), number('exampleNumber', { max: 100 })])]),
])

it.each(examples)('somebody who follows the guide writes answers that are read: %s', (example) => {
  expect(checkAnswers(documented, JSON.parse(example)).faults).toEqual([])
})

it('the guide has an example of every kind of question under its name', () => {
  for (const name of kinds.keys()) {
    const part = guide.split(`### \`${name}\`\n`)[1]?.split('\n### ')[0] ?? ''
    const ids = [...part.matchAll(/```json\n(.*?)```/gs)].flatMap((found) => Object.keys(JSON.parse(found[1] ?? '{}') as object))
    expect(questionsOf(documented).filter((each) => ids.includes(each.id)).map((each) => each.kind.name)).toContain(name)
  }
})

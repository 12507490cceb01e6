import { describe, expect, it } from 'vitest'
import { exampleAnswers } from '~/engine/describe-form'
import { pagesOf, questionsOf } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { keysOf } from '~/engine/keys-of'
import { forms as portalForms } from '~/forms'
import { benchForm } from './bench-form'
import words from './locales/en/bench.json'

const keysIn = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) => (typeof value === 'object' && value ? keysIn(value, `${path}${key}.`) : [path + key]))

describe('the form to measure with', () => {
  it('has 10 pages and 30 questions, and every sentence that it needs', () => {
    expect(pagesOf(benchForm)).toHaveLength(10)
    expect(questionsOf(benchForm)).toHaveLength(30)
    expect(keysOf(benchForm).required.filter((key) => !keysIn(words).includes(key))).toEqual([])
  })

  it('can be sent when each question is answered with its example', () => {
    const journey = journeyOf(benchForm, exampleAnswers(benchForm, '2026-11-10'), '2026-11-10')
    expect(journey.stops).toHaveLength(10)
    expect(journey.missing).toEqual([])
  })

  it('is not among the forms that families see', () => {
    expect(portalForms.map((form) => form.id)).not.toContain(benchForm.id)
  })
})

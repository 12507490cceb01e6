import { describe, expect, it } from 'vitest'
import { lookOf } from '~/paper/kit/form/look'
import { pagesOf } from '~/paper/kit/form/pages'
import { loadFonts } from '~/paper/kit/fonts'
import { kinds } from '.'
import { QuestionPaper } from './question.paper'
import { samplerQuestions, samplerWords } from './sampler.contract'
import { questionViewOf } from './view'

describe('every kind of question', () => {
  it.each([...kinds.keys()].filter((kind) => kind !== 'repeat'))('can be asked on paper: %s', async (kind) => {
    await loadFonts()
    const asked = samplerQuestions.filter((question) => question.kind.name === kind)
    expect(asked.length).toBeGreaterThan(0)
    for (const question of asked) {
      const view = questionViewOf(question, samplerWords('en'))
      const content = <QuestionPaper view={view} nameOf={(box) => `${question.id}-${box}`} labelOf={(words = '') => `${view.label} ${words}`} />
      for (const look of [lookOf('ordinary', false), lookOf('large', false), lookOf('ordinary', true)]) {
        expect((await pagesOf([{ key: question.id, within: { type: 'Sect' }, content }], look, { language: 'en', direction: 'ltr' })).length).toBe(1)
      }
    }
  })
})

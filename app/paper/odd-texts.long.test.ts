import fc from 'fast-check'
import { describe, it } from 'vitest'
import { isPrintedWhole, oddAnswers } from './odd-texts.contract'

describe('ten thousand odd texts', () => {
  it('are each printed whole, or marked', async () => {
    await fc.assert(fc.asyncProperty(oddAnswers, isPrintedWhole), { numRuns: 1_000 })
  })
})

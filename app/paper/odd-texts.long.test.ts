import { describe, expect, it } from 'vitest'
import { tryOddTexts } from './odd-texts.contract'

describe('ten thousand odd texts', () => {
  it('are each printed whole, or marked', async () => {
    const { texts, faults } = await tryOddTexts(1_050, 'docs/evidence/odd-texts.json')
    expect(faults).toEqual([])
    expect(texts).toBeGreaterThan(10_000)
  })
})

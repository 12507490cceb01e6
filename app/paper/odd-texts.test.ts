import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPrintedWhole, oddAnswers } from './odd-texts.contract'
import { FontSubset } from './kit/tagged/text/font-subset'
import { faceChooser } from './kit/script-fonts'

describe('whatever is typed', () => {
  it('is printed whole, or marked, and never stops the printer', async () => {
    await fc.assert(fc.asyncProperty(oddAnswers, isPrintedWhole), { numRuns: 35 })
  }, 240_000)

  it('is never drawn as the box that fonts have for what they lack', () => {
    const face = faceChooser('ar')('ب', 400)
    expect(() => new FontSubset(face?.file ?? Buffer.alloc(0)).codeOf({ strokes: [{ id: 0, x: 0, y: 0 }], advance: 500, text: 'ب' })).toThrow('glyph')
  })
})

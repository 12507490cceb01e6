import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tryOddTexts } from './odd-texts.contract'
import { FontSubset } from './kit/tagged/text/font-subset'
import { faceChooser } from './kit/script-fonts'

describe('whatever is typed', () => {
  it('is printed whole, or marked, and never stops the printer; what was tried is written down', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-odd-texts-'))
    const evidence = await tryOddTexts(35, join(folder, 'odd-texts.json'))
    expect(evidence.faults).toEqual([])
    expect(evidence.texts).toBeGreaterThanOrEqual(35 * 8)
    expect(JSON.parse(await readFile(join(folder, 'odd-texts.json'), 'utf8'))).toEqual(evidence)
    await rm(folder, { recursive: true })
  }, 240_000)

  it('is never drawn as the box that fonts have for what they lack', () => {
    const face = faceChooser('ar')('ب', 400)
    expect(() => new FontSubset(face?.file ?? Buffer.alloc(0)).codeOf({ strokes: [{ id: 0, x: 0, y: 0 }], advance: 500, text: 'ب' })).toThrow('glyph')
  })
})

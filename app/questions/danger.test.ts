import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import danger from '../../locales/en/danger.json'
import { soundsLikeDanger } from './danger'

const { phrases, ...said } = danger

describe('words that may mean danger', () => {
  it.each(['I want to die.', 'i WANT\nto die', 'She says she wants to die', 'I don’t feel safe', 'Self-harm, most weeks', '(suicidal)', 'My dad hits me!'])('are found in: %s', (text) => {
    expect(soundsLikeDanger(text, phrases)).toBe(true)
  })

  it.each(['', 'She is dying to meet the class dog', 'Grapes and a drape', 'Felt safe at school', 'He hits the drum in music', 'We hope to move house', 'Killing time at break'])('are not found in: %s', (text) => {
    expect(soundsLikeDanger(text, phrases)).toBe(false)
  })

  it('are found wherever they stand, and each is written as it is looked for', () => {
    fc.assert(fc.property(fc.constantFrom(...phrases), fc.string(), fc.string(), (phrase, before, after) => soundsLikeDanger(`${before} ${phrase.toUpperCase()}, ${after}`, phrases)))
  })

  it('are answered without a promise that anyone reads them soon', () => {
    const { helpNow, helpNowAtSchool, afterSending } = said
    for (const sentence of [helpNow.after, helpNowAtSchool.after, afterSending.helpNow, afterSending.helpNowAtSchool]) expect(sentence).toContain('We may not read')
  })

  it('are looked for in a very long text in no time to speak of', () => {
    const long = 'word '.repeat(4000)
    const from = performance.now()
    for (let times = 0; times < 20; times += 1) soundsLikeDanger(long, phrases)
    expect(performance.now() - from).toBeLessThan(2000)
  })
})

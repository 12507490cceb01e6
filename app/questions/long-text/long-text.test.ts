import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { longTextKind } from './long-text'

provesKind(longTextKind, {
  settings: {},
  reads: [
    [{ '': 'First.\r\n\r\nSecond. \r\n' }, 'First.\n\nSecond.'],
    [{ '': 'One line\u000Bof Word\n\n\n\n\nand more' }, 'One line\nof Word\n\nand more'],
    [{ '': 'x'.repeat(20_000) }, 'x'.repeat(20_000)],
    [{ '': `${'x'.repeat(20_000)}\n \n` }, 'x'.repeat(20_000)],
    [{ '': '🙂'.repeat(20_000) }, '🙂'.repeat(20_000)],
  ],
  faultExamples: { tooLong: [{ '': 'x'.repeat(20_001) }, ''] },
  warningExamples: { danger: ['A bad week.\n\nI want to die.'] },
  unremarkable: ['She is dying to meet you.'],
})

it('prints each paragraph of a story apart', () => {
  const naming = { words: { language: 'en', text: (key: string) => key, has: () => true, date: (on: string) => on }, key: (rest: string) => rest }
  expect(longTextKind.lines('First.\n\nSecond.\nThird.', {}, naming)).toEqual(['First.', 'Second.', 'Third.'])
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PrinterBusy, PrinterFailed, PrinterSlow } from '~/applications/failures'
import type { PrintJob, Printer } from '~/applications/ports'
import { promptPrinter, type PromptPrinterSettings } from './prompt-printer'

const summary = { form: 'parent-request', language: 'en', title: 'Ask for an assessment', name: 'Alex', sections: [] }
const asking = (councilName: string): Extract<PrintJob, { kind: 'copy' }> => ({ kind: 'copy', summary, councilName })
const pdf = new Uint8Array(100)

/** A printer that a test answers for. */
function printing(settings?: PromptPrinterSettings) {
  const answers: Answer<Uint8Array>[] = []
  const press: Printer = {
    print: () => {
      const answer = answerOf<Uint8Array>()
      answers.push(answer)
      return answer.promise
    },
    kept: async () => undefined,
    close: async () => undefined,
  }
  const printer = promptPrinter(press, settings)
  return { printer, answers }
}

interface Answer<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}
function answerOf<T>(): Answer<T> {
  let settle: Omit<Answer<T>, 'promise'> | undefined
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }))
  if (!settle) throw new Error('A promise runs its executor at once.')
  return { promise, ...settle }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a printer that answers in time', () => {
  it('prints once what is asked for ten times', async () => {
    const { printer, answers } = printing()
    const clicks = Array.from({ length: 10 }, () => printer.print(asking('a'), 3_000))
    expect(answers).toHaveLength(1)
    answers[0]?.resolve(pdf)
    expect(await Promise.all(clicks)).toEqual(clicks.map(() => pdf))
    expect(await printer.print(asking('a'))).toBe(pdf)
    expect(answers).toHaveLength(1)
  })

  it('never takes one person’s copy for another’s', () => {
    const { printer, answers } = printing()
    void printer.print(asking('a'))
    void printer.print(asking('b'))
    void printer.print({ ...asking('a'), hash: 'c' })
    expect(answers).toHaveLength(3)
  })

  it('says at once that a copy takes longer, goes on with it, and has it when it is asked for again', async () => {
    const { printer, answers } = printing()
    const slow = expect(printer.print(asking('a'), 3_000)).rejects.toBeInstanceOf(PrinterSlow)
    await vi.advanceTimersByTimeAsync(3_000)
    await slow
    answers[0]?.resolve(pdf)
    expect(await printer.print(asking('a'), 3_000)).toBe(pdf)
    expect(answers).toHaveLength(1)
  })

  it('forgets a copy after a while', async () => {
    const { printer, answers } = printing({ keepFor: 60_000 })
    void printer.print(asking('a'))
    answers[0]?.resolve(pdf)
    await vi.advanceTimersByTimeAsync(59_000)
    void printer.print(asking('a'))
    expect(answers).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    void printer.print(asking('a'))
    expect(answers).toHaveLength(2)
  })

  it('keeps no more than it may: the oldest copies go first', async () => {
    const { printer, answers } = printing({ keepBytes: 250 })
    for (const name of ['a', 'b', 'c']) {
      const paper = printer.print(asking(name))
      answers.at(-1)?.resolve(pdf)
      await paper
    }
    for (const name of ['b', 'c']) await printer.print(asking(name))
    expect(answers).toHaveLength(3)
    void printer.print(asking('a'))
    expect(answers).toHaveLength(4)
  })

  it('does not print again for a while what failed, but at once what was refused because too many waited', async () => {
    const { printer, answers } = printing()
    for (const [error, printings] of [[new PrinterFailed(), 1], [new PrinterBusy(), 2]] as const) {
      const before = answers.length
      const refused = expect(printer.print(asking(`${printings}`))).rejects.toBe(error)
      answers.at(-1)?.reject(error)
      await refused
      const again = printer.print(asking(`${printings}`))
      answers.at(-1)?.reject(error)
      await expect(again).rejects.toBe(error)
      expect(answers).toHaveLength(before + printings)
    }
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { againAndAgain } from './again-and-again'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work whose end the test decides. */
function slowWork() {
  const endings: { resolve: () => void; reject: (error: Error) => void }[] = []
  return { endings, work: () => new Promise<void>((resolve, reject) => endings.push({ resolve, reject })) }
}

describe('work that is done again and again', () => {
  it('is never begun while it still runs, however slow it is', async () => {
    const { endings, work } = slowWork()
    const end = againAndAgain(2, work, () => undefined)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(endings).toHaveLength(1)
    endings[0]?.resolve()
    await vi.advanceTimersByTimeAsync(2000)
    expect(endings).toHaveLength(2)
    endings[1]?.resolve()
    await end()
  })

  it('goes on after it failed, and says so', async () => {
    const { endings, work } = slowWork()
    const report = vi.fn()
    const end = againAndAgain(2, work, report)
    await vi.advanceTimersByTimeAsync(2000)
    endings[0]?.reject(new Error('no line'))
    await vi.advanceTimersByTimeAsync(2000)
    expect([report.mock.calls.length, endings.length]).toEqual([1, 2])
    endings[1]?.resolve()
    await end()
  })

  it('ends when what was running has settled, and is not begun again', async () => {
    const { endings, work } = slowWork()
    const end = againAndAgain(2, work, () => undefined)
    await vi.advanceTimersByTimeAsync(2000)
    let hasEnded = false
    const ended = end().then(() => (hasEnded = true))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hasEnded).toBe(false)
    endings[0]?.resolve()
    await ended
    await vi.advanceTimersByTimeAsync(10_000)
    expect(endings).toHaveLength(1)
  })
})

/**
 * Does work again and again, so many seconds after it last settled: slow work is never done twice at once.
 * @param report told of an error that the work rejected with; the work goes on at its next turn
 * @returns ends it; resolves when what was running has settled
 */
export function againAndAgain(seconds: number, work: () => Promise<unknown>, report: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  let timer = setTimeout(turn, seconds * 1000)
  let isEnded = false
  function turn() {
    running = work().then(() => undefined, report).then(() => {
      if (!isEnded) timer = setTimeout(turn, seconds * 1000)
    })
  }
  return () => {
    isEnded = true
    clearTimeout(timer)
    return running
  }
}

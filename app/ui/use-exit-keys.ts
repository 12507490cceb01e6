import { useEffect, useState } from 'react'

/** How many presses of Shift leave the page, and how long a person has to make them, in milliseconds. */
const pressesToLeave = 3
const patience = 5000

export type ExitKeys = {
  /** Presses of Shift so far. */
  presses: number
  hasTimedOut: boolean
}

/**
 * Calls `leave` when Shift is pressed three times in a row, wherever the keyboard is. Shift with another key is typing, not leaving.
 * `leave` must keep its identity between renders.
 */
export const useExitKeys = (leave: () => void): ExitKeys => {
  const [keys, setKeys] = useState<ExitKeys>({ presses: 0, hasTimedOut: false })
  useEffect(() => {
    let presses = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let wasModified = false
    const startAgain = (hasTimedOut: boolean) => {
      clearTimeout(timer)
      presses = 0
      setKeys({ presses, hasTimedOut })
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === 'Shift' && !wasModified) {
        presses += 1
        if (presses === pressesToLeave) {
          leave()
          startAgain(false)
        } else {
          clearTimeout(timer)
          timer = setTimeout(() => startAgain(true), patience)
          setKeys({ presses, hasTimedOut: false })
        }
      } else if (presses > 0) {
        startAgain(true)
      }
      wasModified = event.shiftKey
    }
    document.addEventListener('keyup', onKeyUp, true)
    return () => {
      document.removeEventListener('keyup', onKeyUp, true)
      clearTimeout(timer)
    }
  }, [leave])
  return keys
}

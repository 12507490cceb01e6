import { useCallback, useRef, type MouseEvent, type MouseEventHandler } from 'react'

/** How long a second press counts as a slip of the finger: the value govuk-frontend uses, in milliseconds. */
const debounce = 1000

/**
 * A click handler that swallows a second press within a second, so that a shaky hand sends a form once.
 * It is a courtesy: without JavaScript, and for slower presses, the server must still send only once.
 */
export const usePreventDoubleClick = <T extends HTMLElement>(active: boolean, onClick?: MouseEventHandler<T>): MouseEventHandler<T> => {
  const last = useRef(Number.NEGATIVE_INFINITY)
  return useCallback(
    (event: MouseEvent<T>) => {
      const tooSoon = event.timeStamp - last.current < debounce
      last.current = event.timeStamp
      if (active && tooSoon) event.preventDefault()
      else onClick?.(event)
    },
    [active, onClick],
  )
}

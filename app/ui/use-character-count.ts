import { useEffect, useState, type RefObject } from 'react'

/** How long a person must pause before the count is read out, in milliseconds; faster would talk over their typing. */
const pause = 1000

export type CharacterCountState = {
  /** Characters left (negative when there are too many); undefined until the page has come alive or the threshold is passed. */
  left: number | undefined
  /** The same, but still while the person types: for the live region. */
  leftAtRest: number | undefined
}

/**
 * Follows how much room is left in a text box. It reads the box itself, so it sees text typed before the page came alive,
 * text put back by the browser, and changes made by other code.
 */
export const useCharacterCount = (box: RefObject<HTMLTextAreaElement>, limit: number | undefined, threshold: number): CharacterCountState => {
  const [left, setLeft] = useState<number>()
  const [leftAtRest, setLeftAtRest] = useState<number>()
  useEffect(() => {
    const textarea = box.current
    if (!textarea || limit === undefined) return undefined
    const measure = () => {
      const { length } = textarea.value
      setLeft(length * 100 >= limit * threshold ? limit - length : undefined)
    }
    measure()
    textarea.addEventListener('input', measure)
    window.addEventListener('pageshow', measure)
    return () => {
      textarea.removeEventListener('input', measure)
      window.removeEventListener('pageshow', measure)
    }
  }, [box, limit, threshold])
  useEffect(() => {
    const timer = setTimeout(() => setLeftAtRest(left), pause)
    return () => clearTimeout(timer)
  }, [left])
  return { left, leftAtRest }
}

import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'

/** Something that may be meant: what stands in the box once it is chosen, what the list calls it, and how to tell it from others. */
export interface Suggestion {
  readonly value: string
  readonly label: string
  readonly details?: ReactNode
}

export type Suggest = (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>

/** How long somebody must pause, in milliseconds, before we look. */
const PAUSE = 250
/** With fewer letters everything would be found. */
const FEWEST = 3
const NOTHING: readonly Suggestion[] = []

/**
 * Looks up what may be meant while somebody types, and moves through it by keyboard: arrows go through the list and past its ends back to the
 * text, Enter chooses, Escape closes. Enter sends the form as ever while nothing in the list is marked.
 */
export function useSuggestions(box: RefObject<HTMLInputElement>, suggest: Suggest) {
  const [isAlive, setIsAlive] = useState(false)
  const [suggestions, setSuggestions] = useState(NOTHING)
  /** How many were found for what stands in the box; undefined while nobody has looked. */
  const [found, setFound] = useState<number>()
  const [isShown, setIsShown] = useState(false)
  const [active, setActive] = useState(-1)
  const chosen = useRef('')
  const look = useRef(suggest)
  look.current = suggest
  const isOpen = isShown && suggestions.length > 0

  const close = useCallback(() => {
    setIsShown(false)
    setActive(-1)
  }, [])

  useEffect(() => {
    const input = box.current
    if (!input) return undefined
    setIsAlive(true)
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = new AbortController()
    const ask = async () => {
      const { signal } = asking
      // Whatever goes wrong, the box stays a box.
      const answer = await look.current(input.value, signal).catch(() => undefined)
      if (signal.aborted || !answer) return
      setSuggestions(answer)
      setFound(answer.length)
      setIsShown(document.activeElement === input)
    }
    const onInput = () => {
      clearTimeout(timer)
      asking.abort()
      asking = new AbortController()
      close()
      setSuggestions(NOTHING)
      setFound(undefined)
      if (input.value !== chosen.current && input.value.trim().length >= FEWEST) timer = setTimeout(() => void ask(), PAUSE)
    }
    input.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      asking.abort()
      input.removeEventListener('input', onInput)
    }
  }, [box, close])

  const choose = (value: string) => {
    const input = box.current
    if (!input) return
    chosen.current = value
    input.value = value
    // Whoever else follows the box hears of it as if it had been typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (suggestions.length === 0) return
      event.preventDefault()
      setIsShown(true)
      // -1 is the text itself.
      const places = suggestions.length + 1
      setActive((before) => ((before + 1 + (key === 'ArrowDown' ? 1 : places - 1)) % places) - 1)
      return
    }
    if (!isOpen) return
    const marked = suggestions[active]
    if (key === 'Enter' && marked) {
      event.preventDefault()
      choose(marked.value)
    } else if (key === 'Escape') {
      event.preventDefault()
      close()
    }
  }

  // What is marked by keyboard is brought into view within the list.
  useEffect(() => {
    if (active >= 0) box.current?.parentElement?.querySelectorAll('[role=option]')[active]?.scrollIntoView({ block: 'nearest' })
  }, [active, box])

  return { isAlive, suggestions, isOpen, active, found, onKeyDown, close, choose }
}

import { useEffect, useState, type RefObject } from 'react'
import { Button } from './button'

/** What is read, in the order of the page; what is folded away, and what lies inside another of these, is not read twice. */
const READ = 'h1, h2, legend, label, .govuk-hint, .govuk-body, .govuk-error-message'

const textsIn = (within: HTMLElement): readonly string[] => {
  const found = [...within.querySelectorAll<HTMLElement>(READ)].filter((each) => each.checkVisibility() && !each.closest('details') && !each.parentElement?.closest(READ))
  return found.map((each) => each.innerText.trim()).filter((text) => text !== '')
}

export type ReadAloudProps = {
  /** What the button says while it is quiet, and while it speaks. */
  words: { readonly read: string; readonly stop: string }
  /** What is read. */
  of: RefObject<HTMLElement>
}

/**
 * Reads a part of the page out, by the browser's own voice, when it is asked to and until it is asked to stop. Nothing leaves the browser. Without
 * scripts, or in a browser that cannot speak, it is not there.
 */
export const ReadAloud = ({ words, of }: ReadAloudProps) => {
  const [canSpeak, setCanSpeak] = useState(false)
  const [isSpeaking, setIsSpeaking] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    setCanSpeak(true)
    const hush = () => speechSynthesis.cancel()
    window.addEventListener('pagehide', hush)
    return () => {
      window.removeEventListener('pagehide', hush)
      hush()
    }
  }, [])
  const press = () => {
    speechSynthesis.cancel()
    if (isSpeaking) return setIsSpeaking(false)
    // One at a time: some browsers stop in the middle of what takes longer than a quarter of a minute.
    const sayings = (of.current ? textsIn(of.current) : []).map((text) => new SpeechSynthesisUtterance(text))
    for (const saying of sayings) saying.lang = document.documentElement.lang
    sayings.at(-1)?.addEventListener('end', () => setIsSpeaking(false))
    for (const saying of sayings) speechSynthesis.speak(saying)
    setIsSpeaking(sayings.length > 0)
  }
  return canSpeak ? (
    <Button type="button" variant="secondary" onClick={press}>
      {isSpeaking ? words.stop : words.read}
    </Button>
  ) : null
}

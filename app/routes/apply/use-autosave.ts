import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { FormView } from './form-view'

const WAIT = 1500
const TRY_AGAIN = 5000
const TOO_MUCH = 413
/** Browsers refuse to finish a larger request once the page is gone. */
const MOST_AFTER_LEAVING = 60_000

/**
 * Keeps what is typed on an unfinished page: a moment after the last key, and when the page is left. It never says "saved" before the
 * server has said so; without a network it says so too, and tries again. Whatever fails, the page and what is typed stay as they are.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, { savedLine, words }: FormView) {
  const [state, setState] = useState({ line: savedLine ?? '', heardAt: '' })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const isDirty = useRef(false)

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const element = form.current
    if (!isDirty.current || !element) return
    isDirty.current = false
    try {
      const body = new URLSearchParams([...new FormData(element)].map(([name, value]) => [name, String(value)])).toString()
      const answer = await fetch(`${location.pathname}/autosave`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        keepalive: body.length < MOST_AFTER_LEAVING,
        redirect: 'error',
      })
      // More than we can keep: trying again changes nothing, a shorter answer does.
      if (answer.status === TOO_MUCH) return setState((before) => ({ ...before, line: words.tooMuch }))
      if (!answer.ok) throw new Error(String(answer.status))
      const { typedAt, line } = (await answer.json()) as { typedAt: string; line: string }
      setState({ line, heardAt: typedAt })
    } catch {
      isDirty.current = true
      timer.current = setTimeout(() => void save(), TRY_AGAIN)
      setState((before) => ({ ...before, line: words.notSaved }))
    }
  }, [form, words.notSaved, words.tooMuch])

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      clearTimeout(timer.current)
    }
  }, [save])

  const onChange = useCallback(() => {
    if (savedLine === undefined) return
    isDirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), WAIT)
  }, [save, savedLine])
  const stop = useCallback(() => {
    isDirty.current = false
    clearTimeout(timer.current)
  }, [])
  const saveNow = useCallback(() => {
    isDirty.current = true
    void save()
  }, [save])
  return { onChange, stop, saveNow, ...state }
}

import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { PageView } from './page-view.server'

const WAIT = 1500

/**
 * Keeps what is typed on an unfinished page: a moment after the last key, and when the page is left. It never says "saved" before the
 * server has said so.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, { savedLine, words }: PageView) {
  const fetcher = useFetcher<{ saved?: string }>()
  const [isTouched, setIsTouched] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const isDirty = useRef(false)
  const send = useRef(() => {})
  send.current = () => {
    clearTimeout(timer.current)
    if (!isDirty.current || !form.current) return
    isDirty.current = false
    const data = new FormData(form.current)
    data.set('intent', 'autosave')
    fetcher.submit(data, { method: 'post' })
  }
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') send.current()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      clearTimeout(timer.current)
    }
  }, [])
  const onChange = useCallback(() => {
    isDirty.current = true
    setIsTouched(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send.current(), WAIT)
  }, [])
  const stop = useCallback(() => {
    isDirty.current = false
    clearTimeout(timer.current)
  }, [])
  const failed = isTouched && fetcher.state === 'idle' && fetcher.data !== undefined && !fetcher.data.saved
  const saveNow = useCallback(() => {
    isDirty.current = true
    send.current()
  }, [])
  return { onChange, stop, saveNow, heard: fetcher.data, line: failed ? words.notSaved : (fetcher.data?.saved ?? savedLine) }
}

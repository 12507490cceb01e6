import { useCallback, useEffect, useRef, useState } from 'react'
import { fileName } from '~/applications/file-name'
import type { PapersView } from './papers-view.server'
import { sendFile, type Fault, type FileToSend, type KnownFile, type Sending } from './send-file'

/** A file that this page sends. `done` is the part of it that is there, from 0 to 1. */
export interface SendingFile extends KnownFile {
  readonly id: number
  readonly done: number
  readonly state: 'waiting' | 'going' | 'failed'
  /** Why it failed. */
  readonly fault?: Exclude<Fault, 'told'>
}

interface Job extends FileToSend {
  readonly id: number
  sending?: Sending
}

export const isSameFile = (one: KnownFile, other: KnownFile): boolean => one.name === other.name && one.size === other.size && one.modified === other.modified

/**
 * Sends files one after the other, so that each says how far it is, and can be stopped or tried again by itself. A file of which some is there already
 * is gone on with. One that arrived, or was turned away for good, leaves this list: the list of the request has it.
 * @param onArrived told after each that left this list
 */
export function useSending({ endpoint, csrf, unfinished, about, replaces }: Pick<PapersView, 'endpoint' | 'csrf' | 'unfinished' | 'about' | 'replaces'>, onArrived: () => Promise<void>) {
  const [files, setFiles] = useState<readonly SendingFile[]>([])
  const waiting = useRef<Job[]>([])
  const failed = useRef<Job[]>([])
  const running = useRef<Job>()
  const next = useRef(0)
  const change = useCallback((id: number, how: Partial<SendingFile>) => setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...how } : each))), [])
  const forget = useCallback((id: number) => setFiles((all) => all.filter((each) => each.id !== id)), [])

  const go = useCallback(async () => {
    if (running.current) return
    for (let job = waiting.current.shift(); job; job = waiting.current.shift()) {
      const { id } = job
      running.current = job
      change(id, { state: 'going' })
      job.sending = sendFile(job, (done) => change(id, { done }))
      const fault = await job.sending.ended
      if (fault && fault !== 'told') {
        failed.current.push(job)
        change(id, { state: 'failed', fault })
      } else {
        await onArrived()
        forget(id)
      }
    }
    running.current = undefined
  }, [change, forget, onArrived])

  const retry = useCallback(
    (ids: (id: number) => boolean) => {
      const again = failed.current.filter(({ id }) => ids(id))
      failed.current = failed.current.filter(({ id }) => !ids(id))
      waiting.current.push(...again)
      for (const { id } of again) change(id, { state: 'waiting' })
      void go()
    },
    [change, go],
  )
  // A phone that has its line back goes on by itself.
  useEffect(() => {
    const onOnline = () => retry(() => true)
    addEventListener('online', onOnline)
    return () => removeEventListener('online', onOnline)
  }, [retry])

  const begin = (picked: Iterable<File>) => {
    for (const file of picked) {
      const id = next.current++
      const known = { name: fileName(file.name), size: file.size, modified: file.lastModified }
      const before = unfinished.find((each) => isSameFile(each, known))
      waiting.current.push({ id, file, ...known, endpoint, csrf, replaces: replaces?.id, about: about ?? undefined, begun: before?.path })
      setFiles((all) => [...all, { id, ...known, done: before ? before.came / before.size : 0, state: 'waiting' }])
    }
    void go()
  }
  const stop = async (id: number) => {
    // Its own turn ends with it.
    if (running.current?.id === id) return running.current.sending?.stop()
    const isThis = (job: Job) => job.id === id
    const known = [...waiting.current, ...failed.current].find(isThis)
    waiting.current = waiting.current.filter((job) => !isThis(job))
    failed.current = failed.current.filter((job) => !isThis(job))
    await known?.sending?.stop()
    await onArrived()
    forget(id)
  }
  return { files, begin, stop: (id: number) => void stop(id), retry: (id: number) => retry((each) => each === id) }
}

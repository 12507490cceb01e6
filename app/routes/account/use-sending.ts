import { useCallback, useRef, useState } from 'react'

/** A file that this page sends. `done` is the part of it that went, from 0 to 1. */
export interface SendingFile {
  readonly id: number
  readonly name: string
  readonly done: number
  readonly state: 'waiting' | 'going' | 'failed'
}

interface Job {
  readonly id: number
  readonly file: File
  readonly body: () => FormData
  request?: XMLHttpRequest
}

/**
 * Sends the files of a form one after the other, so that each says how far it is and can be stopped or tried again by itself. A file that
 * arrived leaves this list: the list of the request has it.
 * @param onArrived told after each that arrived or was turned away
 */
export function useSending(onArrived: () => Promise<void>) {
  const [files, setFiles] = useState<readonly SendingFile[]>([])
  const jobs = useRef<Job[]>([])
  const running = useRef(false)
  const failed = useRef(new Map<number, Job>())
  const next = useRef(0)

  const change = useCallback((id: number, how: Partial<SendingFile>) => setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...how } : each))), [])
  const forget = useCallback((id: number) => {
    jobs.current = jobs.current.filter((each) => each.id !== id)
    setFiles((all) => all.filter((each) => each.id !== id))
  }, [])

  const go = useCallback(async () => {
    if (running.current) return
    running.current = true
    for (let job = jobs.current[0]; job; job = jobs.current[0]) {
      const { id } = job
      change(id, { state: 'going', done: 0 })
      const hasArrived = await sent(job, (done) => change(id, { done }))
      if (hasArrived) {
        await onArrived()
        forget(id)
        continue
      }
      // Stopped, or the line broke: it waits for somebody to try again.
      jobs.current = jobs.current.filter((each) => each.id !== id)
      change(id, { state: 'failed' })
      failed.current.set(id, job)
    }
    running.current = false
  }, [change, forget, onArrived])

  /** Takes the files that were picked in a form; false when none was, so that the server says so. */
  const begin = (form: HTMLFormElement, input: string): boolean => {
    const picked = form.elements.namedItem(input)
    if (!(picked instanceof HTMLInputElement) || !picked.files?.length) return false
    const others = [...new FormData(form)].filter(([name]) => name !== input)
    for (const file of picked.files) {
      const body = () => {
        const data = new FormData()
        for (const [name, value] of others) data.append(name, value)
        data.append(input, file, file.name)
        return data
      }
      const id = next.current++
      jobs.current.push({ id, file, body })
      setFiles((all) => [...all, { id, name: file.name, done: 0, state: 'waiting' }])
    }
    picked.value = ''
    void go()
    return true
  }
  const cancel = (id: number) => {
    jobs.current.find((each) => each.id === id)?.request?.abort()
    failed.current.delete(id)
    forget(id)
  }
  const retry = (id: number) => {
    const job = failed.current.get(id)
    if (!job) return
    failed.current.delete(id)
    jobs.current.push(job)
    change(id, { state: 'waiting', done: 0 })
    void go()
  }
  return { files, begin, cancel, retry }
}

/** Whether the file arrived, or was turned away with its reason in the list. */
const sent = (job: Job, onProgress: (done: number) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    job.request = request
    request.open('POST', location.pathname)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onloadend = () => resolve(request.status === 200)
    request.send(job.body())
  })

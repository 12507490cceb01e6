import { setTimeout as after } from 'node:timers/promises'
import type { Form } from '~/engine/form'
import { hiddenIn, walk, type Draft } from './journey'
import { waitsOf, type Waits } from './measures'
import type { Measured } from './process'

/** Files that come in pieces while somebody else reads pages. */
export interface SendingFiles {
  readonly files: number
  readonly megabytes: number
  /** From the first byte to the last, of all of them, in seconds; each was acknowledged on the disk, piece by piece. */
  readonly seconds: number
  /** From the last byte until each was looked into, scanned and sealed anew, in seconds. */
  readonly checkedIn: number
  /** CPU ms of the portal for one MB: opened, sealed, written, read once more for its hash. */
  readonly cpuPerMegabyte: number
  /** Resident MiB before, and the most while they came and were checked. */
  readonly memory: { readonly before: number; readonly most: number }
  /** How long a page took meanwhile, and with nothing else to do, in ms. */
  readonly page: Waits
  readonly quiet: Waits
}

const FILES = 20
const MEGABYTES = 25
const MB = 1024 * 1024
const PIECE = 4 * MB
const QUIET_READS = 200
const RESUMABLE = { 'Tus-Resumable': '1.0.0' }

/** Sends one file by the tus protocol, as our own page does. */
async function sendFile({ browser, reference }: Draft, bytes: Buffer): Promise<void> {
  const papers = `/applications/${reference}/papers`
  const [, csrf = ''] = hiddenIn((await browser.get(papers)).text).find(([name]) => name === 'csrf') ?? []
  const ours = { ...RESUMABLE, 'X-Form-Token': csrf }
  const name = Buffer.from('film of a day.txt').toString('base64')
  const { location = '', status } = await browser.send('POST', `${papers}/arriving`, { ...ours, 'Upload-Length': bytes.length, 'Upload-Metadata': `name ${name}` })
  if (status !== 201) throw new Error(`A file was announced, and answered ${status}.`)
  for (let from = 0; from < bytes.length; from += PIECE) {
    const headers = { ...ours, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': from }
    const answer = await browser.send('PATCH', location, headers, bytes.subarray(from, from + PIECE))
    if (answer.status !== 204) throw new Error(`A piece was answered ${answer.status}.`)
  }
}

/** Waits until the file of a draft can be opened; an inspection gives way to those who ask. */
async function untilChecked({ browser, reference }: Draft): Promise<void> {
  for (;;) {
    const { text } = await browser.get(`/applications/${reference}/papers`)
    if (text.includes('/file"')) return
    if (!text.includes('govuk-tag--blue')) throw new Error('A file was not taken.')
    await after(1000)
  }
}

/** Each family sends one file, all at once, while another opens "check your answers", the heaviest page, again and again. */
export async function sendingOf({ origin, cpu, memory }: Measured, form: Form): Promise<SendingFiles> {
  const bytes = Buffer.from('Maya reads well, and she likes to be outside. '.repeat((MEGABYTES * MB) / 46 + 1)).subarray(0, MEGABYTES * MB)
  const drafts = await Promise.all(Array.from({ length: FILES }, () => walk(origin, form, false)))
  const { draft: reader } = await walk(origin, form, false)
  const read = async () => (await reader.browser.get(reader.at('check'))).ms
  const quiet: number[] = []
  while (quiet.length < QUIET_READS) quiet.push(await read())

  const before = memory()
  const cpuBefore = cpu()
  const from = performance.now()
  let isSending = true
  let most = before
  let isChecking = true
  const sent = Promise.all(drafts.map(({ draft }) => sendFile(draft, bytes))).finally(() => (isSending = false))
  const watching = (async () => {
    for (; isChecking; await after(20)) most = Math.max(most, memory())
  })()
  const waits: number[] = []
  while (isSending) waits.push(await read())
  await sent
  const seconds = (performance.now() - from) / 1000
  const cpuPerMegabyte = (cpu() - cpuBefore) / (FILES * MEGABYTES)
  try {
    for (const { draft } of drafts) await untilChecked(draft)
  } finally {
    isChecking = false
  }
  await watching
  const checkedIn = (performance.now() - from) / 1000 - seconds
  for (const { browser } of [...drafts.map(({ draft }) => draft), reader]) browser.close()
  return { files: FILES, megabytes: MEGABYTES, seconds, checkedIn, cpuPerMegabyte, memory: { before, most }, page: waitsOf(waits), quiet: waitsOf(quiet) }
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { PrinterBusy, PrinterFailed } from '~/applications/failures'
import type { PrintJob, Printer } from '~/applications/ports'
import { printerPool, type PrinterPoolSettings } from './printer-pool'

const folder = mkdtempSync(join(tmpdir(), 'printer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

const summary = { form: 'parent-request', language: 'en', title: 'Ask for an assessment', name: 'Alex', sections: [] }
const asking = (councilName: string): Extract<PrintJob, { kind: 'copy' }> => ({ kind: 'copy', summary, councilName })
/** A job that fails in this way, so many times or always, and how many workers had it. */
const failing = (fault: string, times?: number) => {
  const counted = join(folder, `${(made += 1)}`)
  writeFileSync(counted, '')
  const job: PrintJob = { ...asking(fault), reference: counted, ...(times !== undefined && { hash: `${times}` }) }
  return { job, tries: () => readFileSync(counted).length }
}
const said = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

let printer: Printer
const misbehaving = (settings: Partial<PrinterPoolSettings> = {}) =>
  (printer = printerPool({ workerUrl: new URL('./printer-pool.fixture.mjs', import.meta.url), workers: 1, ...settings }))
afterEach(() => printer.close())

describe('a pool of printers', () => {
  it('prints a PDF with the worker that the portal uses, as it is built', async () => {
    printer = printerPool({ workerUrl: new URL('../../build/node/worker.js', import.meta.url), workers: 1 })
    const bytes = await printer.print(asking('Northtown Council'))
    expect(said(bytes.subarray(0, 5))).toBe('%PDF-')
    expect(await printer.print(asking('Northtown Council'))).toEqual(bytes)
    const broken = { ...asking('Northtown Council'), summary: { ...summary, sections: 'none' } } as unknown as PrintJob
    const why: unknown = await printer.print(broken).catch((error: unknown) => error)
    expect(why).toBeInstanceOf(PrinterFailed)
    expect((why as Error).cause).toHaveProperty('stack', expect.stringMatching(/\n {4}at .*build\/node\//))
  })

  it.each(['exits', 'eats memory', 'hangs', 'never answers'])('prints a copy whose worker %s with another', async (fault) => {
    misbehaving({ timeLimit: fault === 'eats memory' ? 30_000 : 3_000 })
    const { job, tries } = failing(fault, 1)
    expect(said(await printer.print(job))).toBe(fault)
    expect(tries()).toBe(2)
  })

  it.each(['exits', 'hangs'])('gives up a copy whose every worker %s, and meanwhile prints the others', async (fault) => {
    misbehaving({ timeLimit: 3_000 })
    const { job, tries } = failing(fault)
    const order: string[] = []
    const failed = expect(printer.print(job).finally(() => order.push('given up'))).rejects.toBeInstanceOf(PrinterFailed)
    const others = await Promise.all(['first', 'second'].map((name) => printer.print(asking(name)).finally(() => order.push(name))))
    expect(others.map(said)).toEqual(['first', 'second'])
    await failed
    expect(order).toEqual(['first', 'second', 'given up'])
    expect(tries()).toBe(3)
  })

  it('does not try again what fails by its own fault, and says in which place of the code', async () => {
    misbehaving()
    const { job, tries } = failing('has a fault')
    const why: unknown = await printer.print(job).catch((error: unknown) => error)
    expect(why).toBeInstanceOf(PrinterFailed)
    expect((why as Error).cause).toHaveProperty('stack', expect.stringContaining('    at somewhere in the code'))
    expect(tries()).toBe(1)
    expect(said(await printer.print(asking('next')))).toBe('next')
  })

  it('keeps a worker free for the others however many copies take their workers down', async () => {
    const timeLimit = 3_000
    misbehaving({ workers: 2, timeLimit })
    const jobs = ['hangs', 'never answers', 'exits'].map((fault) => failing(fault))
    const failed = Promise.allSettled(jobs.map(({ job }) => printer.print(job)))
    // Each of them has a first try, on whichever worker. When all have begun another, those hold one worker at the most.
    while (!jobs.every(({ tries }) => tries() > 1)) expect(said(await printer.print(asking('waits')))).toBe('waits')
    const from = performance.now()
    for (let turn = 0; turn < 20; turn += 1) expect(said(await printer.print(asking(`${turn}`)))).toBe(`${turn}`)
    expect(performance.now() - from).toBeLessThan(timeLimit / 2)
    await printer.close()
    expect((await failed).map(({ status }) => status)).toEqual(jobs.map(() => 'rejected'))
  })

  it('refuses a copy when too many wait, and prints again when they are done', async () => {
    misbehaving({ queue: 2 })
    const accepted = ['one', 'two', 'three'].map((name) => printer.print(asking(name)))
    await expect(printer.print(asking('four'))).rejects.toBeInstanceOf(PrinterBusy)
    expect((await Promise.all(accepted)).map(said)).toEqual(['one', 'two', 'three'])
    expect(said(await printer.print(asking('five')))).toBe('five')
  })

  it('fails what is being printed and what waits when it is closed, and tries nothing again', async () => {
    misbehaving()
    const { job, tries } = failing('never answers')
    const failed = [job, asking('waits')].map((each) => expect(printer.print(each)).rejects.toBeInstanceOf(PrinterFailed))
    while (tries() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await printer.close()
    await Promise.all(failed)
    await expect(printer.print(asking('late'))).rejects.toBeInstanceOf(PrinterFailed)
    expect(tries()).toBe(1)
  })

  it('starts no worker with the portal, and one soon after it, before anybody prints', async () => {
    const started = join(folder, 'started')
    const worker = join(folder, 'worker.mjs')
    writeFileSync(worker, `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(started)}, '')\nexport default () => ({})\n`)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const silent = printerPool({ workerUrl: pathToFileURL(worker), workers: 1 })
    vi.advanceTimersByTime(9_000)
    // Another's worker starts and prints meanwhile: one that had been started before it would be there too.
    await misbehaving().print(asking('anything'))
    expect(existsSync(started)).toBe(false)

    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 20))
    await silent.close()
  })

  it('tells whoever prints that it is busy when it was given no worker', async () => {
    misbehaving({ workers: 0 })
    await expect(printer.print(asking('anything'))).rejects.toBeInstanceOf(PrinterBusy)
  })

  it('fails, and does not start workers for ever, when the worker cannot be loaded', async () => {
    printer = printerPool({ workerUrl: new URL('./no-such-worker.ts', import.meta.url), workers: 1, timeLimit: 2_000 })
    await expect(printer.print(asking('anything'))).rejects.toBeInstanceOf(PrinterFailed)
  })
})

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { PrinterBusy, PrinterFailed, type PrintJob, type Printer } from '~/applications/ports'
import { printerPool, type PrinterPoolSettings } from './printer-pool'

const summary = { form: 'parent-request', language: 'en', title: 'Ask for an assessment', name: 'Alex', sections: [] }
const asking = (councilName: string): PrintJob => ({ kind: 'copy', summary, councilName })
const said = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

let printer: Printer
const misbehaving = (settings: Partial<PrinterPoolSettings> = {}) =>
  (printer = printerPool({ workerUrl: new URL('./printer-pool.fixture.mjs', import.meta.url), workers: 1, ...settings }))
afterEach(() => printer.close())

describe('a pool of printers', () => {
  it('prints a PDF with the worker that the portal uses, built as it is for the portal', async () => {
    const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
    mkdirSync(cache, { recursive: true })
    const outDir = mkdtempSync(`${cache}paper-`)
    try {
      const app = fileURLToPath(new URL('..', import.meta.url))
      await build({ configFile: false, logLevel: 'silent', root: app, resolve: { alias: { '~': app } }, build: { ssr: `${app}paper/worker.ts`, outDir } })
      printer = printerPool({ workerUrl: pathToFileURL(`${outDir}/worker.js`), workers: 1 })
      const bytes = await printer.print(asking('Northtown Council'))
      expect(said(bytes.subarray(0, 5))).toBe('%PDF-')
      expect(await printer.print(asking('Northtown Council'))).toEqual(bytes)
    } finally {
      rmSync(outDir, { recursive: true, force: true })
    }
  })

  it.each(['throws', 'exits', 'eats memory'])('fails a copy whose worker %s, and prints the next', async (fault) => {
    misbehaving()
    const [failed, next] = await Promise.allSettled([printer.print(asking(fault)), printer.print(asking('next'))])
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(PrinterFailed) })
    expect(next.status === 'fulfilled' && said(next.value)).toBe('next')
  })

  it.each(['hangs', 'never answers'])('ends a worker that %s, and prints the copies that waited for it', async (fault) => {
    misbehaving({ timeLimit: 3_000 })
    const failed = expect(printer.print(asking(fault))).rejects.toBeInstanceOf(PrinterFailed)
    const waited = await Promise.all([printer.print(asking('first')), printer.print(asking('second'))])
    expect(waited.map(said)).toEqual(['first', 'second'])
    await failed
  })

  it('refuses a copy when too many wait, and prints again when they are done', async () => {
    misbehaving({ queue: 2 })
    const accepted = ['one', 'two', 'three'].map((name) => printer.print(asking(name)))
    await expect(printer.print(asking('four'))).rejects.toBeInstanceOf(PrinterBusy)
    expect((await Promise.all(accepted)).map(said)).toEqual(['one', 'two', 'three'])
    expect(said(await printer.print(asking('five')))).toBe('five')
  })

  it('fails what is being printed when it is closed', async () => {
    misbehaving()
    const failed = expect(printer.print(asking('never answers'))).rejects.toBeInstanceOf(PrinterFailed)
    await printer.close()
    await failed
    await expect(printer.print(asking('late'))).rejects.toBeInstanceOf(PrinterFailed)
  })

  it('fails, and does not start workers for ever, when the worker cannot be loaded', async () => {
    printer = printerPool({ workerUrl: new URL('./no-such-worker.ts', import.meta.url), workers: 1 })
    await expect(printer.print(asking('anything'))).rejects.toBeInstanceOf(PrinterFailed)
  })
})

import type { Form } from '~/engine/form'
import { walk } from './journey'
import { quantile } from './measures'

/** PDF copies while somebody else reads pages. */
export interface Printing {
  readonly copiesPerSecond: number
  /** How long a page took while copies were printed, in ms. */
  readonly page: { readonly median: number; readonly p95: number; readonly worst: number }
  /** The same pages with nothing else to do. */
  readonly quiet: { readonly median: number; readonly worst: number }
  readonly kib: number
}

/** As many as the printer's workers, and as many again waiting. */
const AT_ONCE = 4

export async function printingOf(origin: string, form: Form, copies: number): Promise<Printing> {
  const { draft } = await walk(origin, form)
  const { draft: reader } = await walk(origin, form, false)
  const read = async () => (await reader.browser.get(reader.at('check'))).ms
  const quiet: number[] = []
  while (quiet.length < 30) quiet.push(await read())

  const printers = Array.from({ length: AT_ONCE }, () => draft.browser.another())
  let bytes = 0
  let left = copies
  const print = async (browser: (typeof printers)[number]) => {
    while (left > 0) {
      left -= 1
      const copy = await browser.get(`/applications/${draft.reference}/copy.pdf`)
      if (copy.status !== 200) throw new Error(`A copy was answered ${copy.status}.`)
      bytes += copy.bytes
    }
  }
  for (const printer of printers) await printer.get(`/applications/${draft.reference}/copy.pdf`)
  const waits: number[] = []
  const from = performance.now()
  let printing = true
  const printed = Promise.all(printers.map(print)).finally(() => (printing = false))
  while (printing) waits.push(await read())
  await printed
  const seconds = (performance.now() - from) / 1000
  for (const { browser } of [draft, reader]) browser.close()
  for (const printer of printers) printer.close()
  return {
    copiesPerSecond: copies / seconds,
    page: { median: quantile(waits, 0.5), p95: quantile(waits, 0.95), worst: Math.max(...waits) },
    quiet: { median: quantile(quiet, 0.5), worst: Math.max(...quiet) },
    kib: bytes / copies / 1024,
  }
}

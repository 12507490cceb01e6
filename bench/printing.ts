import type { Form } from '~/engine/form'
import { saverOf, walk, type Draft } from './journey'
import { waitsOf, type Waits } from './measures'
import type { Measured } from './process'

/** PDF copies while somebody else reads pages. */
export interface Printing {
  /** The first copy that this portal was asked for, in ms: its workers had started, and had printed nothing yet. */
  readonly first: number
  readonly copies: number
  /** How many are asked for at once. */
  readonly atOnce: number
  readonly copiesPerSecond: number
  /** How long a page took while copies were printed, in ms. */
  readonly page: Waits
  /** The same page with nothing else to do. */
  readonly quiet: Waits
  /** Resident MiB before the first copy and after the last. */
  readonly memory: { readonly before: number; readonly after: number }
}

/** As many families as may wait for a copy before the next is told to come back. */
const AT_ONCE = 20
/** Enough that the slowest of a hundred is a number that can be read. */
const QUIET_READS = 200

export async function printingOf({ origin, memory }: Measured, form: Form, copies: number): Promise<Printing> {
  const drafts = await Promise.all(Array.from({ length: AT_ONCE }, () => walk(origin, form, false)))
  const { draft: reader } = await walk(origin, form, false)
  const read = async () => (await reader.browser.get(reader.at('check'))).ms
  const quiet: number[] = []
  while (quiet.length < QUIET_READS) quiet.push(await read())

  const before = memory()
  const printers = await Promise.all(drafts.map(({ draft }) => printerOf(draft, form)))
  const { ms: first } = await copyOf(reader)
  await Promise.all(printers.map((print) => print()))
  let left = copies
  const printOn = async (print: () => Promise<unknown>) => {
    while (left > 0) {
      left -= 1
      await print()
    }
  }
  const waits: number[] = []
  const from = performance.now()
  let printing = true
  const printed = Promise.all(printers.map(printOn)).finally(() => (printing = false))
  while (printing) waits.push(await read())
  await printed
  const seconds = (performance.now() - from) / 1000
  for (const { browser } of [...drafts.map(({ draft }) => draft), reader]) browser.close()
  return { first, copies, atOnce: AT_ONCE, copiesPerSecond: copies / seconds, page: waitsOf(waits), quiet: waitsOf(quiet), memory: { before, after: memory() } }
}

/** Prints a draft again and again, each time with something changed: the printer has the same copy of the same words still. */
async function printerOf(draft: Draft, form: Form): Promise<() => Promise<unknown>> {
  const save = await saverOf(draft, form, 'your-name')
  return async () => {
    await save()
    return copyOf(draft)
  }
}

/** Asks for a copy, and again when the print page came because it took too long. */
async function copyOf({ browser, reference }: Pick<Draft, 'browser' | 'reference'>): Promise<{ readonly ms: number }> {
  const copy = await browser.get(`/applications/${reference}/copy.pdf`)
  if (copy.status === 200) return copy
  if (!copy.location?.endsWith('pdf=making')) throw new Error(`A copy was answered ${copy.status} ${copy.location}.`)
  const again = await copyOf({ browser, reference })
  return { ms: copy.ms + again.ms }
}

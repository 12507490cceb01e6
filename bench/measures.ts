import type { Form } from '~/engine/form'
import { openBrowser } from './browser'
import { begin, saverOf, walk } from './journey'
import type { Measured } from './process'

/** How many people are at it at once. */
export const PEOPLE = 8

/** What one round found for one server. */
export interface Found {
  /** Server CPU in ms for each page, post or journey. */
  readonly cpu: number
  /** How long each request took, in ms, as the one who asked saw it. */
  readonly waits: readonly number[]
}

/** Work that the same 8 people do on a server, `times` times in all. Gives how long each request took. */
export type Work = (times: number) => Promise<readonly number[]>

/** A thing to measure: done by the portal and, as many requests of the same kinds, by the bare server. */
export interface Measure {
  readonly name: string
  readonly portal: (origin: string) => Promise<Work>
  readonly bare: (origin: string) => Promise<Work>
}

/** Runs `times` pieces of work, 8 at a time, each person one after the other. */
async function together(times: number, work: (person: number) => Promise<readonly number[]>): Promise<readonly number[]> {
  const waits: number[] = []
  const persons = Array.from({ length: PEOPLE }, async (_, person) => {
    for (let done = person; done < times; done += PEOPLE) waits.push(...(await work(person)))
  })
  await Promise.all(persons)
  return waits
}

const eight = <Each>(make: () => Promise<Each>): Promise<Each[]> => Promise.all(Array.from({ length: PEOPLE }, make))

const each = (work: readonly (() => Promise<{ ms: number }>)[]): Work => (times) =>
  together(times, async (person) => [(await (work[person] as () => Promise<{ ms: number }>)()).ms])

/** A body of the size that a page of questions posts. */
const BODY = [['text', 'x'.repeat(160)]] as const

/** Opening a question page of a draft whose every page is answered: the most that a page has to know. */
export const getPage = (form: Form, page: string): Measure => ({
  name: `GET ${form.id}/${page}`,
  portal: async (origin) => each((await eight(() => walk(origin, form, false))).map(({ draft }) => () => draft.browser.get(draft.at(page)))),
  bare: async (origin) => each((await eight(async () => openBrowser(origin))).map((browser) => () => browser.get('/'))),
})

/** Posting a question page: read, checked, sealed, committed to the disk, then sent on to the next page. */
export const postPage = (form: Form, page: string): Measure => ({
  name: `POST ${form.id}/${page}`,
  portal: async (origin) => each(await eight(async () => saverOf(await begin(origin, form), form, page))),
  bare: async (origin) => each((await eight(async () => openBrowser(origin))).map((browser) => () => browser.post('/', BODY))),
})

/** Whole journeys, each by somebody new. The bare server answers as many requests, every other one a post. */
export const journey = (form: Form): Measure => ({
  name: `journey ${form.id}`,
  portal: async (origin) => (times) =>
    together(times, async () => {
      const { answers, draft } = await walk(origin, form)
      draft.browser.close()
      return answers.map((answer) => answer.ms)
    }),
  bare: async (origin) => (times) =>
    together(times, async () => {
      const browser = openBrowser(origin)
      const waits: number[] = []
      for (let asked = 0; asked < REQUESTS_OF_A_JOURNEY; asked += 1) waits.push((await (asked % 2 === 0 ? browser.get('/') : browser.post('/', BODY))).ms)
      browser.close()
      return waits
    }),
})

/** Start, begin, ten pages opened and posted, check, send, receipt. */
const REQUESTS_OF_A_JOURNEY = 25

/** Does the work and reads what it cost the server. */
export async function measured(server: Measured, work: Work, times: number): Promise<Found> {
  const before = server.cpu()
  const waits = await work(times)
  return { cpu: (server.cpu() - before) / times, waits }
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

/** How long something took, in ms. */
export interface Waits {
  readonly median: number
  readonly p99: number
  readonly worst: number
}
export const waitsOf = (waits: readonly number[]): Waits => ({ median: quantile(waits, 0.5), p99: quantile(waits, 0.99), worst: Math.max(...waits) })

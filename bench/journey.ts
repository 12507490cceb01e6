import { exampleAnswers } from '~/engine/describe-form'
import { pagesOf, repeatOf, type Answers, type Form } from '~/engine/form'
import { fieldName, typedFrom } from '~/engine/read-page'
import { itemsOf } from '~/engine/repeat'
import { screenNamed } from '~/engine/screen'
import { openBrowser, type Answer, type Browser } from './browser'

type FieldList = readonly (readonly [string, string])[]

/** A draft that somebody has begun in a browser of their own. */
export interface Draft {
  readonly browser: Browser
  readonly reference: string
  /** The address of one of its pages. */
  at(page: string): string
}

const today = () => new Date().toISOString().slice(0, 10)

const expectStatus = (answer: Answer, status: number, what: string): Answer => {
  if (answer.status !== status) throw new Error(`${what} was answered ${answer.status} and not ${status}: ${answer.text.slice(0, 400)}`)
  return answer
}

/** The hidden fields of the last form on a page: the token, the reference and the revision that was seen. */
export const hiddenIn = (html: string): FieldList =>
  [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)].map(([, name = '', value = '']) => [name, value])

/** A screen of questions, by its address: a page, or a page of one of several. */
interface Asked {
  readonly page: string
  readonly isItem: boolean
}
const askedAt = (address: string): Asked => {
  const { pathname, searchParams } = new URL(address, 'http://portal')
  return { page: pathname.split('/').at(-1) ?? '', isItem: searchParams.has('item') }
}

/** Where a list of several leads to add one. */
const addIn = (html: string): string | undefined => /href="([^"]*;item=\w+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

/** What somebody who answers with every question's example types on a screen. */
function typedOn(form: Form, { page, isItem }: Asked, answers: Answers): FieldList {
  const screen = screenNamed(form, page, isItem)
  const repeated = screen?.list && repeatOf(screen.list)
  const own = repeated ? itemsOf(answers, repeated.id)[0] : answers
  return (screen?.page.questions ?? []).flatMap((question) =>
    question.kind.boxes(question.settings).flatMap((box) =>
      [typedFrom(question, own?.[question.id])[box.name] ?? []].flat().map((text) => [fieldName(question.id, box.name), text] as const),
    ),
  )
}

/** Begins a draft, without an account, as a family does. */
export async function begin(origin: string, form: Form, taken: (answer: Answer) => void = () => undefined): Promise<Draft> {
  const browser = openBrowser(origin)
  const start = expectStatus(await browser.get(`/apply/${form.id}`), 200, 'the start of the form')
  taken(start)
  const begun = expectStatus(await browser.post(`/apply/${form.id}`, hiddenIn(start.text)), 303, 'beginning a draft')
  taken(begun)
  const reference = new URL(begun.location ?? '', origin).searchParams.get('ref') ?? ''
  return { browser, reference, at: (page) => `/apply/${form.id}/${page}?ref=${reference}` }
}

/** Saves a page of a draft again and again, every time with another first answer, so that each post is a durable write. */
export async function saverOf({ browser, at }: Draft, form: Form, page: string): Promise<() => Promise<Answer>> {
  const hidden = Object.fromEntries(hiddenIn((await browser.get(at(page))).text))
  const [first, ...rest] = typedOn(form, { page, isItem: false }, exampleAnswers(form, today()))
  let base = Number(hidden.base)
  return async () => {
    const saved = await browser.post(at(page), [...Object.entries({ ...hidden, base: String(base) }), [first?.[0] ?? '', `Alex ${base}`], ...rest])
    // A page that was not saved leads back to itself.
    if (expectStatus(saved, 303, `saving ${page}`).location?.startsWith(at(page))) throw new Error(`${page} was not saved: ${saved.location}`)
    base += 1
    return saved
  }
}

/**
 * A whole journey as a browser without scripts makes it: begins, opens and answers every page that comes up, adds one wherever there may be
 * several, reads check your answers, sends, and sees the receipt. Gives every answer of the server.
 */
export async function walk(origin: string, form: Form, send = true): Promise<{ answers: readonly Answer[]; draft: Draft }> {
  const answers: Answer[] = []
  const taken = (answer: Answer) => void answers.push(answer)
  const example = exampleAnswers(form, today())
  const draft = await begin(origin, form, taken)
  const filled = new Set<string>()
  let at = draft.at(pagesOf(form)[0]?.id ?? '')
  while (askedAt(at).page !== 'check') {
    const address = at
    const asked = askedAt(address)
    const shown = expectStatus(await draft.browser.get(address), 200, address)
    taken(shown)
    const add = filled.has(asked.page) ? undefined : addIn(shown.text)
    if (add) {
      filled.add(asked.page)
      at = add
      continue
    }
    const post = (html: string) => draft.browser.post(address, [...hiddenIn(html), ...typedOn(form, asked, example)])
    let saved = expectStatus(await post(shown.text), 303, `saving ${address}`)
    taken(saved)
    // An odd answer is remarked upon once; pressing Continue again keeps it.
    if (saved.location?.includes('show=warnings')) {
      const warned = expectStatus(await draft.browser.get(saved.location), 200, `${address} with a remark`)
      saved = expectStatus(await post(warned.text), 303, `saving ${address} again`)
      answers.push(warned, saved)
    }
    if (!saved.location || saved.location.includes('show=')) throw new Error(`${address} leads to ${saved.location}`)
    at = saved.location
  }
  const check = expectStatus(await draft.browser.get(draft.at('check')), 200, 'check your answers')
  taken(check)
  if (send) {
    const sent = expectStatus(await draft.browser.post(draft.at('check'), hiddenIn(check.text)), 303, 'sending')
    taken(sent)
    taken(expectStatus(await draft.browser.get(sent.location ?? ''), 200, 'the receipt'))
  }
  return { answers, draft }
}

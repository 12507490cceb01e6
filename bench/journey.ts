import { exampleAnswers } from '~/engine/describe-form'
import { pageOf, pagesOf, type Answers, type Form } from '~/engine/form'
import { fieldName, typedFrom } from '~/engine/read-page'
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

/** What somebody who answers with every question's example types on a page. */
function typedOn(form: Form, page: string, answers: Answers): FieldList {
  return (pageOf(form, page)?.questions ?? []).flatMap((question) =>
    question.kind.boxes(question.settings).flatMap((box) =>
      [typedFrom(question, answers[question.id])[box.name] ?? []].flat().map((text) => [fieldName(question.id, box.name), text] as const),
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
  const [first, ...rest] = typedOn(form, page, exampleAnswers(form, today()))
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
 * A whole journey as a browser without scripts makes it: begins, opens and answers every page that comes up, reads check your answers,
 * sends, and sees the receipt. Gives every answer of the server.
 */
export async function walk(origin: string, form: Form, send = true): Promise<{ answers: readonly Answer[]; draft: Draft }> {
  const answers: Answer[] = []
  const taken = (answer: Answer) => void answers.push(answer)
  const example = exampleAnswers(form, today())
  const draft = await begin(origin, form, taken)
  let page = pagesOf(form)[0]?.id ?? ''
  while (page !== 'check') {
    const shown = expectStatus(await draft.browser.get(draft.at(page)), 200, page)
    taken(shown)
    const posted = (extra: FieldList = []) => draft.browser.post(draft.at(page), [...hiddenIn(shown.text), ...extra, ...typedOn(form, page, example)])
    let saved = expectStatus(await posted(), 303, `saving ${page}`)
    taken(saved)
    // An odd answer is remarked upon once; pressing Continue again keeps it.
    if (saved.location?.includes('show=warnings')) {
      const warned = expectStatus(await draft.browser.get(saved.location), 200, `${page} with a remark`)
      saved = expectStatus(await draft.browser.post(draft.at(page), [...hiddenIn(warned.text), ...typedOn(form, page, example)]), 303, `saving ${page} again`)
      answers.push(warned, saved)
    }
    const next = /^\/apply\/[\w-]+\/([\w-]+)\?/.exec(saved.location ?? '')?.[1]
    if (!next || next === page) throw new Error(`${page} leads to ${saved.location}`)
    page = next
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

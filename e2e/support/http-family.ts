import { blankAnswers, exampleAnswers } from '~/engine/describe-form'
import { fieldName, typedFrom } from '~/engine/read-page'
import { pagesOf, repeatOf, type Answers, type Form, type Question } from '~/engine/form'
import { itemJourneysOf } from '~/engine/item-journey'
import { parentRequest } from '~/forms/parent-request'
import type { Answer, Fields, Visitor } from './http-visitor'

// What a family does, over plain HTTP: the requests that a browser without scripts would send. The parent's form unless another is named.

const urlOf = (form: Form): string => `/apply/${form.id}`
export const FORM_URL = '/apply/parent-request'
const today = new Date().toISOString().slice(0, 10)
/** The least that can be sent. */
export const smallestOf = (form: Form): Answers => blankAnswers(form, today)
export const smallestAnswers: Answers = smallestOf(parentRequest)
export const fullAnswers: Answers = exampleAnswers(parentRequest, today)

/** Begins a draft; gives its reference. */
export async function begin(visitor: Visitor, form: Form = parentRequest): Promise<string> {
  const { status, location } = await visitor.post(urlOf(form), {})
  const reference = new URLSearchParams(location.split('?')[1]).get('ref')
  if (status !== 303 || !reference) throw new Error(`A draft could not be begun: ${status} ${location}`)
  return reference
}

export const pagePath = (reference: string, page: string, item?: string, form: Form = parentRequest): string =>
  `${urlOf(form)}/${page}?ref=${reference}${item ? `&item=${item}` : ''}`

export const savePage = (visitor: Visitor, reference: string, page: string, fields: Fields, base = 0, form: Form = parentRequest): Promise<Answer> =>
  visitor.post(pagePath(reference, page, undefined, form), { ref: reference, base: String(base), warned: 'yes', ...fields })

const fieldsOf = (questions: readonly Question[], answers: Answers): Fields =>
  Object.fromEntries(
    questions.flatMap((each) => Object.entries(typedFrom(each, answers[each.id])).map(([box, typed]) => [fieldName(each.id, box), typed] as const)),
  )

/** One post for every screen that these answers fill, in the order of the form. */
export const screensOf = (answers: Answers, form: Form = parentRequest): readonly { readonly page: string; readonly item?: string; readonly fields: Fields }[] =>
  pagesOf(form).flatMap((page) => {
    const repeated = repeatOf(page)
    if (repeated) {
      const items = itemJourneysOf(page, answers[repeated.id], (name) => answers[name])
      return items.flatMap(({ item, pages }) => pages.map((each) => ({ page: each.id, item: item.key, fields: fieldsOf(each.questions, item) })))
    }
    const fields = fieldsOf(page.questions, answers)
    return Object.keys(fields).length > 0 ? [{ page: page.id, fields }] : []
  })

/** Fills in a draft. Fails at the first screen that is not taken. */
export async function fill(visitor: Visitor, reference: string, answers: Answers = smallestAnswers, form: Form = parentRequest): Promise<void> {
  for (const { page, item, fields } of screensOf(answers, form)) {
    const { status, location } = await savePage(visitor, reference, page, item ? { ...fields, item } : fields, 0, form)
    if (status !== 303 || location.includes('show=')) throw new Error(`${page} was not saved: ${status} ${location}`)
  }
}

/** The mark by which the page to check one's answers knows what it showed. */
export const seenIn = ({ text }: Answer): string => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Reads the answers and presses "send". */
export async function sendIn(visitor: Visitor, reference: string, form: Form = parentRequest): Promise<Answer> {
  const path = `${urlOf(form)}/check?ref=${reference}`
  return visitor.post(path, { ref: reference, seen: seenIn(await visitor.ask(path)) })
}

/** The newest code that the demo has emailed to this address. */
export async function codeFor(visitor: Visitor, email: string): Promise<string> {
  const { text } = await visitor.ask('/dev/outbox')
  const message = text.split('<article').find((each) => each.includes(email) && /\b\d{6}\b/.test(each))
  const code = /Your code is (?:<!-- -->)?(\d{6})/.exec(message ?? '')?.[1]
  if (!code) throw new Error(`No code was emailed to ${email}`)
  return code
}

/** Signs in with the emailed code, as a person who is new unless the address is known. */
export async function signIn(visitor: Visitor, email: string): Promise<void> {
  await visitor.post('/sign-in', { email })
  const { status, location } = await visitor.post('/sign-in/code', { code: await codeFor(visitor, email), claim: 'yes' })
  if (status !== 303 || location.includes('fault=')) throw new Error(`${email} could not sign in: ${status} ${location}`)
}

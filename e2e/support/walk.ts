import type { APIRequestContext, APIResponse } from 'playwright/test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { blankAnswers } from '~/engine/describe-form'
import { repeatOf, type Answers, type Form, type Question } from '~/engine/form'
import { itemJourneysOf } from '~/engine/item-journey'
import { journeyOf } from '~/engine/journey'
import { fieldName, typedFrom } from '~/engine/read-page'
import { parentRequest } from '~/forms/parent-request'
import { systemClock } from '~/services.server'

// The portal without a window: what a browser with scripts off would send, so that a test reaches the screen it is about in a moment.

export type Fields = readonly (readonly [name: string, value: string])[]

/** One answer of the portal, after its redirects. */
export interface Screen {
  readonly status: number
  readonly url: URL
  readonly html: string
}

export const today = systemClock.today()
export const formPath = `/apply/${parentRequest.id}`
/** The smallest request that can be sent, with an address for the receipt and word that it is safe to use. */
export const leastAnswers: Answers = { ...blankAnswers(parentRequest, today), requesterEmail: 'pat@example.com', safeToEmail: 'yes' }

type Element = DefaultTreeAdapterTypes.Element
const attributeOf = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return [...('attrs' in node ? [node] : []), ...children.flatMap(elementsOf)]
}

/** The hidden fields of the first form in `main` that posts: the token, the reference, the revision that was seen. */
export function hiddenFieldsOf(html: string): Fields {
  const main = elementsOf(parse(html)).find((each) => each.tagName === 'main')
  const form = main && elementsOf(main).find((each) => each.tagName === 'form' && attributeOf(each, 'method') === 'post')
  const hidden = form ? elementsOf(form).filter((each) => attributeOf(each, 'type') === 'hidden') : []
  return hidden.map((each) => [attributeOf(each, 'name') ?? '', attributeOf(each, 'value') ?? ''])
}

export const fieldsOf = (question: Question, value: unknown): Fields =>
  Object.entries(typedFrom(question, value)).flatMap(([box, texts]) =>
    [texts].flat().map((text): [string, string] => [fieldName(question.id, box), text]),
  )

const screenOf = async (answer: APIResponse): Promise<Screen> => ({ status: answer.status(), url: new URL(answer.url()), html: await answer.text() })

/** Walks through a form with the cookies of a browser: `walker(page.request)` goes where `page` can go on from. */
export function walker(request: APIRequestContext, form: Form = parentRequest) {
  const start = `/apply/${form.id}`
  const open = async (path: string, headers: Record<string, string> = {}): Promise<Screen> => screenOf(await request.get(path, { headers }))
  const post = async (path: string, fields: Fields): Promise<Screen> =>
    screenOf(await request.post(path, { data: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }))
  /** Fills in the form on a screen and presses its button. */
  const send = (screen: Screen, fields: Fields = []): Promise<Screen> => post(screen.url.pathname + screen.url.search, [...hiddenFieldsOf(screen.html), ...fields])

  const pathOf = (reference: string, page = '', search: Record<string, string> = {}) =>
    `${start}${page && `/${page}`}?${new URLSearchParams({ ref: reference, ...search }).toString()}`

  /** Answers every page that applies, in order. */
  const answer = async (reference: string, answers: Answers): Promise<void> => {
    const { stops, valueOf } = journeyOf(form, answers, today)
    const fill = async (path: string, questions: readonly Question[], values: Answers) => {
      const after = await send(await open(path), questions.flatMap((each) => fieldsOf(each, values[each.id])))
      if (after.url.searchParams.get('show') === 'problems' || after.status >= 400) throw new Error(`${path} was not accepted: ${after.status} ${after.url.href}`)
    }
    for (const { page } of stops) {
      const repeated = repeatOf(page)
      if (!repeated && !page.questions.some((each) => each.id in answers)) continue
      if (!repeated) await fill(pathOf(reference, page.id), page.questions, answers)
      for (const { item, pages } of itemJourneysOf(page, repeated && answers[repeated.id], valueOf)) {
        for (const each of pages) await fill(pathOf(reference, each.id, { item: item.key }), each.questions, item)
      }
    }
  }
  const begin = async (): Promise<string> => (await send(await open(start))).url.searchParams.get('ref') ?? ''
  return {
    open,
    post,
    send,
    pathOf,
    answer,
    /** Begins a draft: its reference. */
    begin,
    /** A draft with these answers: its reference. */
    draft: async (answers: Answers = leastAnswers): Promise<string> => {
      const reference = await begin()
      await answer(reference, answers)
      return reference
    },
    /** Presses Send on the check page: the receipt. */
    submit: async (reference: string): Promise<Screen> => send(await open(pathOf(reference, 'check'))),
  }
}

export type Walker = ReturnType<typeof walker>

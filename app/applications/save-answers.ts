import { isDeepStrictEqual } from 'node:util'
import { itemQuestionsOf, pageOf, repeatOf, type Form, type Page, type Question } from '~/engine/form'
import { journeyOf, type Journey } from '~/engine/journey'
import { answersFrom, partName, type Part } from '~/engine/parts'
import { readPage, warningsOf, type Fields, type PageReading } from '~/engine/read-page'
import { isItemKey, itemsOf } from '~/engine/repeat'
import type { Actor } from './actor'
import type { Fact } from './facts'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { givenBy, type Services } from './services'
import { closedBy } from './standing'

/** What is being saved: a page, or one item of the repeat on it, and the revision the person saw. */
export interface PageSave {
  readonly reference: string
  readonly page: string
  readonly item?: string
  readonly base: number
  /** When the unfinished typing that the form showed was kept; it is forgotten once the page is saved. */
  readonly typedAt?: string
}

export type SaveOutcome =
  /** Committed, and where the person is now. Warnings are for answers kept although they look odd. */
  | { readonly saved: Part; readonly journey: Journey; readonly warnings: Readonly<Record<string, string>> }
  | { readonly reading: PageReading }
  /** Somebody saved other answers on this page since it was opened: both are kept and shown. */
  | { readonly reading: PageReading; readonly clash: Part }
  /** The repeat is full. */
  | { readonly full: number }
  /** The request was withdrawn or ended: nothing more can be sent on it. */
  | { readonly closed: Fact }

/** The questions on a page, or on the screen of one item of its repeat. */
export const questionsAsked = (page: Page, item?: string): readonly Question[] => {
  const repeated = repeatOf(page)
  return (item !== undefined && repeated && itemQuestionsOf(repeated)) || page.questions
}

/**
 * Keeps one page's answers: checked by the same schemas as in the browser, committed before this resolves, and never over
 * somebody else's answers. Pressed twice with the same answers, it saves once.
 */
export async function saveAnswers(services: Services, actor: Actor, form: Form, save: PageSave, fields: Fields): Promise<SaveOutcome> {
  const open = await openApplication(services, actor, form, save.reference, 'save')
  const page = screenOf(form, save)
  const closed = open.application.sentAt ? closedBy(await services.store.facts(actor, open.application.id)) : undefined
  if (closed) return { closed }
  const repeated = repeatOf(page)
  if (save.item && repeated) {
    const items = itemsOf(open.answers, repeated.id)
    const { max } = repeated.settings as { max: number }
    if (items.length >= max && !items.some((each) => each.key === save.item)) return { full: max }
  }

  const questions = questionsAsked(page, save.item)
  const reading = readPage(questions, fields, open.journey.answers, save.item ? [] : form.needs)
  if (reading.problems.length > 0) return { reading }

  const name = partName(page.id, save.item)
  const { answers } = reading
  const result = await services.store.savePart(actor, open.application.id, { name, answers, base: save.base, typedAt: save.typedAt }, services.clock.now())
  if (!result) throw new NotFound('gone')
  if ('clash' in result && !isDeepStrictEqual(result.clash.answers, answers)) return { reading, clash: result.clash }
  const saved = 'saved' in result ? result.saved : result.clash
  const parts = [...open.parts.filter((each) => each.name !== name), saved]
  const journey = journeyOf(form, answersFrom(form, parts), services.clock.today())
  return { saved, journey, warnings: warningsOf(questions, answers, givenBy(services)) }
}

/** Takes an item out of a repeat. Taking it out twice is the same as once. */
export async function removeItem(services: Services, actor: Actor, form: Form, save: PageSave & { readonly item: string }): Promise<void> {
  const { application, parts } = await openApplication(services, actor, form, save.reference, 'save')
  const name = partName(save.page, save.item)
  const part = parts.find((each) => each.name === name)
  if (part?.answers) await services.store.savePart(actor, application.id, { name, answers: null, base: part.revision }, services.clock.now())
}

/** The page that is saved. An item can only be one of a repeat, under a key such as we give. */
export function screenOf(form: Form, { page: id, item }: Pick<PageSave, 'page' | 'item'>): Page {
  const page = pageOf(form, id)
  if (!page) throw new NotFound(`no page ${id}`)
  if (item !== undefined && !(repeatOf(page) && isItemKey(item))) throw new NotFound(`no such item on ${id}`)
  return page
}

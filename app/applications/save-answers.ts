import { isDeepStrictEqual } from 'node:util'
import { holds } from '~/engine/condition'
import { repeatOf, type Answers, type Form, type Page, type RepeatSettings } from '~/engine/form'
import { journeyBy, type Journey } from '~/engine/journey'
import { answersIn, itemPartNames, partName, type Part } from '~/engine/parts'
import { readPage, rulesOn, warningsOf, type Fields, type PageReading } from '~/engine/read-page'
import { hasRoomFor, isItemKey, itemsIn } from '~/engine/repeat'
import { screenNamed, type Screen } from '~/engine/screen'
import type { Actor } from './actor'
import { asListed } from './as-listed'
import type { Fact } from './facts'
import { openApplication, type OpenApplication } from './open-application'
import { NotFound } from './permissions'
import { givenBy, type Services } from './services'
import { closedBy } from './standing'

/** What is being saved: a page, or a page of one item of a repeat, and the revision the person saw. */
export interface PageSave {
  readonly reference: string
  readonly page: string
  readonly item?: string
  readonly base: number
  /** When the unfinished typing that the form showed was kept; it is forgotten once the page is saved. */
  readonly typedAt?: string
}

export type SaveOutcome =
  /** Committed, and where the person is now; `list` has the item that was saved. Warnings are for answers kept although they look odd. */
  | { readonly saved: Part; readonly journey: Journey; readonly list: Page | undefined; readonly warnings: Readonly<Record<string, string>> }
  | { readonly reading: PageReading }
  /** Somebody saved other answers on this page since it was opened: both are kept and shown. */
  | { readonly reading: PageReading; readonly clash: Part }
  /** This list can hold no more items. */
  | { readonly full: Page }
  /** The request was withdrawn or ended: nothing more can be sent on it. */
  | { readonly closed: Fact }
  /** It was asked for by somebody, and cannot be made a request of its own. */
  | { readonly isAnswer: true }

/**
 * Keeps one page's answers: checked by the same schemas as in the browser, committed before this resolves, and never over
 * somebody else's answers. Pressed twice with the same answers, it saves once.
 */
export async function saveAnswers(services: Services, actor: Actor, form: Form, save: PageSave, fields: Fields): Promise<SaveOutcome> {
  const open = await openApplication(services, actor, form, save.reference, 'save')
  const { page, list } = screenOf(form, save)
  const closed = open.application.sentAt ? closedBy(await services.store.facts(actor, open.application.id)) : undefined
  if (closed) return { closed }
  const repeated = list && repeatOf(list)
  if (save.item && repeated && !hasRoomFor(itemsIn(open.answerOf(repeated.id)), repeated.settings as RepeatSettings, save.item)) return { full: list }

  const { questions } = page
  const { needs, known } = rulesOn(form, questions, open.journey.valueOf)
  const reading = readPage(questions, fields, known, needs)
  if (reading.problems.length > 0) return { reading }

  if (await staysEvidence(services, actor, form, open, reading.answers)) return { isAnswer: true }
  const name = partName(page.id, save.item)
  const answers = await asListed(services.store, questions, reading.answers)
  const result = await services.store.savePart(actor, open.application.id, { name, answers, base: save.base, typedAt: save.typedAt }, services.clock.now())
  if (!result) throw new NotFound('gone')
  if ('clash' in result && !isDeepStrictEqual(result.clash.answers, answers)) return { reading, clash: result.clash }
  const saved = 'saved' in result ? result.saved : result.clash
  const parts = [...open.parts.filter((each) => each.name !== name), saved]
  const journey = journeyBy(form, answersIn(form, parts), services.clock.today())
  return { saved, journey, list, warnings: warningsOf(questions, answers, givenBy(services)) }
}

/** Whether these answers would make a request of what somebody asked a school for: whoever asked reads that, and the days of their request count. */
async function staysEvidence({ store }: Services, actor: Actor, form: Form, { application, journey }: OpenApplication, answers: Answers): Promise<boolean> {
  const valueOf = (name: string) => (name in answers ? answers[name] : journey.valueOf(name))
  const ceases = form.evidence !== undefined && holds(form.evidence.when, journey.valueOf) && !holds(form.evidence.when, valueOf)
  return ceases && (await store.invitation(actor, { answer: application.id })) !== undefined
}

/**
 * Takes an item out of a repeat, with what is typed on its pages. Taking it out twice is the same as once; if it was changed elsewhere
 * meanwhile, it stays and shows what it says now.
 */
export async function removeItem(services: Services, actor: Actor, form: Form, save: Pick<PageSave, 'reference' | 'page'> & { readonly item: string }): Promise<void> {
  const { application, parts } = await openApplication(services, actor, form, save.reference, 'save')
  const { page } = screenOf(form, { page: save.page })
  const names = itemPartNames(page, save.item)
  if (!parts.some((each) => names.includes(each.name) && each.answers)) return
  const stored = names.map((name) => ({ name, base: parts.find((each) => each.name === name)?.revision ?? 0 }))
  await services.store.removeParts(actor, application.id, stored, services.clock.now())
}

/** The screen that is saved. An item can only be one of a repeat, under a key such as we give. */
export function screenOf(form: Form, { page, item }: Pick<PageSave, 'page' | 'item'>): Screen {
  const screen = screenNamed(form, page, item !== undefined)
  if (!screen || (item !== undefined && !isItemKey(item))) throw new NotFound(`no page ${page}`)
  return screen
}

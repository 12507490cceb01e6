import { isDeepStrictEqual } from 'node:util'
import type { Form, Question } from '~/engine/form'
import { partName, type Part } from '~/engine/parts'
import { readTyped, suggestionOf, typedOf, type Fields } from '~/engine/read-page'
import { screenNamed, type Screen } from '~/engine/screen'
import type { Actor } from './actor'
import { openApplication, type OpenApplication } from './open-application'
import type { Unfinished } from './ports'
import { saveAnswers, screenOf, type PageSave, type SaveOutcome } from './save-answers'
import type { Services } from './services'

/** Keeps what is typed on a page that is not finished: nothing is checked, nothing is judged. Gives the instant it was kept. */
export async function saveUnfinished(services: Services, actor: Actor, form: Form, save: PageSave, fields: Fields): Promise<string> {
  const open = await openApplication(services, actor, form, save.reference, 'save')
  const { page } = screenOf(form, save)
  const typed = Object.fromEntries(page.questions.map((each) => [each.id, typedOf(each, fields)]))
  const at = services.clock.now()
  await services.store.saveUnfinished(actor, open.application.id, partName(page.id, save.item), { typed, base: save.base }, at)
  return at
}

/**
 * Keeps a page that somebody leaves to come back later: what was typed, and as answers like `saveAnswers` where it can be. A page on which
 * they said nothing new stays as it was, since leaving it is not answering it: undefined.
 */
export async function leavePage(services: Services, actor: Actor, form: Form, save: PageSave, fields: Fields): Promise<SaveOutcome | undefined> {
  const typedAt = await saveUnfinished(services, actor, form, save, fields)
  const open = await openApplication(services, actor, form, save.reference, 'save')
  const { page } = screenOf(form, save)
  const { typing } = await unfinishedOn(services, actor, open, partName(page.id, save.item), page.questions)
  return typing && saveAnswers(services, actor, form, { ...save, typedAt }, fields)
}

/** Lets go of what was typed and not saved, when somebody chose to keep what is saved. */
export async function dropUnfinished({ store, ...services }: Services, actor: Actor, form: Form, save: PageSave): Promise<void> {
  const { application } = await openApplication({ store, ...services }, actor, form, save.reference, 'save')
  await store.forgetUnfinished(actor, application.id, partName(screenOf(form, save).page.id, save.item))
}

/**
 * What is typed on a screen and not saved. `typing` is undefined when it says no more than what is saved; `typedAt` is there even then, so
 * that a form which is saved lets go of it.
 */
export async function unfinishedOn(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  { application, parts, journey }: OpenApplication,
  part: string,
  questions: readonly Question[],
): Promise<{ readonly typing?: Unfinished; readonly typedAt: string }> {
  const typing = await store.unfinished(actor, application.id, part)
  if (!typing) return { typedAt: '' }
  const isNews = saysMore(typing, questions, parts.find((each) => each.name === part), { journey })
  return { typedAt: typing.savedAt, ...(isNews && { typing }) }
}

/** The screens with something typed on them that was not saved with Continue: it will not be sent unless it is. */
export async function unfinishedScreens(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  form: Form,
  open: OpenApplication,
): Promise<readonly { readonly screen: Screen; readonly item?: string }[]> {
  const all = await store.unfinishedParts(actor, open.application.id)
  return all.flatMap((typing) => {
    const [id = '', item] = typing.part.split('/')
    const screen = screenNamed(form, id, item !== undefined)
    if (!screen || !open.journey.stop((screen.list ?? screen.page).id)) return []
    const saved = open.parts.find((each) => each.name === typing.part)
    return saysMore(typing, screen.page.questions, saved, open) ? [{ screen, ...(item && { item }) }] : []
  })
}

/** A guess of ours that was left as it stood is nothing that somebody said. */
function saysMore({ typed }: Unfinished, questions: readonly Question[], saved: Part | undefined, { journey }: Pick<OpenApplication, 'journey'>): boolean {
  const { answers, problems } = readTyped(questions, typed)
  if (problems.some(({ code }) => code !== 'required' && !code.startsWith('needs.'))) return true
  const standing = (question: Question) => (saved ? saved.answers?.[question.id] : suggestionOf(question, journey.valueOf)) ?? null
  return questions.some((question) => !isDeepStrictEqual(answers[question.id] ?? null, standing(question)))
}

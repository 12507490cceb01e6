import { randomUUID } from 'node:crypto'
import { questionsOf, type Answers, type Form } from '~/engine/form'
import { answersFrom, partsFrom } from '~/engine/parts'
import type { Actor } from './actor'
import { authorise } from './permissions'
import type { Application } from './ports'
import { newReference } from './reference'
import type { Services } from './services'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Begins a draft. With `like`, a request for a brother or sister: what was said about the family and how to reach it is copied,
 * so that nothing is typed twice (WCAG 3.3.7).
 * @param key a UUID from the form: pressed again and again, one form begins one draft
 * @param school the number of the school whose members share it, of which the actor is one
 * @param known what need not be typed
 */
export async function startApplication(
  { store, clock }: Services,
  actor: Actor,
  form: Form,
  { language, like, key, school, known }: { language: string; like?: string; key?: string; school?: string; known?: Answers },
): Promise<Application> {
  authorise(actor, 'start', 'any')
  const parts = like ? await reusedParts(store, actor, form, like) : partsFrom(form, known ?? {})
  for (let id = key && UUID.test(key) ? key : randomUUID(); ; id = randomUUID()) {
    const started = await store.startApplication(actor, { id, reference: newReference(), form: form.id, language, parts, ...(school !== undefined && { school }) }, clock.now())
    if (started !== 'reference-taken') return started
  }
}

async function reusedParts(store: Services['store'], actor: Actor, form: Form, like: string) {
  const application = await store.application(actor, like)
  authorise(actor, 'read', application)
  const answers = answersFrom(form, await store.parts(actor, application.id))
  const reused = questionsOf(form).filter((each) => each.reused && answers[each.id] !== undefined)
  return partsFrom(form, Object.fromEntries(reused.map((each) => [each.id, answers[each.id]])))
}

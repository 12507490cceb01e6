import type { AnswerOf, Form } from '~/engine/form'
import { journeyBy, type Journey } from '~/engine/journey'
import { answersIn, partsNow, type Part } from '~/engine/parts'
import type { Actor } from './actor'
import { authorise, type Action } from './permissions'
import type { Application } from './ports'
import type { Services } from './services'

/** An application with its answers and where the person is in the form. */
export interface OpenApplication {
  readonly application: Application
  readonly parts: readonly Part[]
  /** What was answered, whether it counts or not. */
  readonly answerOf: AnswerOf
  readonly journey: Journey
}

/**
 * Opens an application to read or change its answers.
 * @throws NotFound when it is not this actor's
 */
export async function openApplication({ store, clock }: Pick<Services, 'store' | 'clock'>, actor: Actor, form: Form, reference: string, action: Action): Promise<OpenApplication> {
  const application = await store.application(actor, reference)
  authorise(actor, action, application)
  const parts = partsNow(form, await store.parts(actor, application.id))
  const answerOf = answersIn(form, parts)
  return { application, parts, answerOf, journey: journeyBy(form, answerOf, clock.today()) }
}

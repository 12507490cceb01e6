import type { Answers, Form } from '~/engine/form'
import { journeyOf, type Journey } from '~/engine/journey'
import { answersFrom, partsNow, type Part } from '~/engine/parts'
import type { Actor } from './actor'
import { authorise, type Action } from './permissions'
import type { Application } from './ports'
import type { Services } from './services'

/** An application with its answers and where the person is in the form. */
export interface OpenApplication {
  readonly application: Application
  readonly parts: readonly Part[]
  readonly answers: Answers
  readonly journey: Journey
}

/**
 * Opens an application to read or change its answers.
 * @throws NotFound when it is not this actor's
 */
export async function openApplication({ store, clock }: Services, actor: Actor, form: Form, reference: string, action: Action): Promise<OpenApplication> {
  const application = await store.application(actor, reference)
  authorise(actor, action, application)
  const parts = partsNow(form, await store.parts(actor, application.id))
  const answers = answersFrom(form, parts)
  return { application, parts, answers, journey: journeyOf(form, answers, clock.today()) }
}

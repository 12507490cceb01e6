import { questionsOf, type Form } from '~/engine/form'
import { readPage, type Fields, type PageReading } from '~/engine/read-page'
import type { Actor } from './actor'
import { isMarked, mayMeanDanger } from './danger'
import { dangerInPapersOf } from './notices'
import { authorise, NotFound } from './permissions'
import { givenBy, type Services } from './services'
import type { Upload } from './uploads'

export type DescribeOutcome = { readonly saved: Upload } | { readonly reading: PageReading } | { readonly clash: Upload }

/**
 * Keeps what is said about a file: checked like any page of a form, and never over what somebody else said meanwhile. Where words of it may mean danger, staff are asked
 * to read it, once the request has come to them.
 * @param form the form of one page that asks about a file
 * @param base how often its details had been changed when the page was opened
 * @throws NotFound
 */
export async function describeUpload(services: Services, actor: Actor, form: Form, reference: string, id: string, base: number, fields: Fields): Promise<DescribeOutcome> {
  const { store, clock } = services
  const application = await store.application(actor, reference)
  authorise(actor, 'save', application)
  const reading = readPage(questionsOf(form), fields, {}, form.needs)
  if (reading.problems.length > 0) return { reading }
  const isMeant = mayMeanDanger(form, reading.answers, givenBy(services))
  // What was not sent is nobody's but the writer's: it is marked when it is.
  const messages = isMeant && application.sentAt && !(await store.facts(actor, application.id)).some(isMarked) ? [dangerInPapersOf(services, reference, clock.now())] : []
  const result = await store.describeUpload(actor, application.id, id, { details: reading.answers, mayMeanDanger: isMeant, base, messages }, clock.now())
  if (!result) throw new NotFound('no such file')
  return result
}

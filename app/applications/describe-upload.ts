import { questionsOf, type Form } from '~/engine/form'
import { readPage, type Fields, type PageReading } from '~/engine/read-page'
import type { Actor } from './actor'
import { authorise, NotFound } from './permissions'
import type { Services } from './services'
import type { Upload } from './uploads'

export type DescribeOutcome = { readonly saved: Upload } | { readonly reading: PageReading } | { readonly clash: Upload }

/**
 * Keeps what is said about a file: checked like any page of a form, and never over what somebody else said meanwhile.
 * @param form the form of one page that asks about a file
 * @param base how often its details had been changed when the page was opened
 * @throws NotFound
 */
export async function describeUpload({ store, clock }: Pick<Services, 'store' | 'clock'>, actor: Actor, form: Form, reference: string, id: string, base: number, fields: Fields): Promise<DescribeOutcome> {
  const application = await store.application(actor, reference)
  authorise(actor, 'save', application)
  const reading = readPage(questionsOf(form), fields, {}, form.needs)
  if (reading.problems.length > 0) return { reading }
  const result = await store.describeUpload(actor, application.id, id, { details: reading.answers, base }, clock.now())
  if (!result) throw new NotFound('no such file')
  return result
}

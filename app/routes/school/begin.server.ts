import type { Application } from '~/applications/ports'
import { writerBefore } from '~/applications/schools/writer-before'
import { startApplication } from '~/applications/start-application'
import type { Context } from '~/context.server'
import type { Form } from '~/engine/form'
import type { SignedIn } from './signed-in.server'

/** Begins a form that the members of a school share, with the school in it and what is known of whoever begins it. */
export async function beginForSchool(
  { services, visit }: Context,
  actor: SignedIn,
  form: Form,
  urn: string,
  { key, like }: { readonly key?: string; readonly like?: string },
): Promise<Application> {
  const { store } = services
  const [school, person] = [await store.establishment(urn), await store.person(actor)]
  const known = {
    ...(school && form.evidence && { [form.evidence.setting]: { urn, name: school.name, ...(school.town && { town: school.town }) } }),
    ...(person && form.contact && { [form.contact.email]: person.email }),
    ...(await writerBefore(services, actor, urn, form)),
  }
  return startApplication(services, actor, form, { language: visit.words.language, school: urn, known, ...(key && { key }), ...(like && { like }) })
}

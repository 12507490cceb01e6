import type { Application } from '~/applications/ports'
import { writerBefore } from '~/applications/schools/writer-before'
import { startApplication } from '~/applications/start-application'
import type { Context } from '~/context.server'
import { schoolAdvice } from '~/forms/school-advice'
import { WRITER } from '~/forms/school-advice/when-asked'
import type { SignedIn } from './signed-in.server'

/** Begins a form that the members of a school share, with the school in it and what is known of whoever begins it. */
export async function beginForSchool({ services, visit }: Context, actor: SignedIn, urn: string, { key, like }: { readonly key?: string; readonly like?: string }): Promise<Application> {
  const { store } = services
  const [school, person] = [await store.establishment(urn), await store.person(actor)]
  const known = {
    ...(school && { settingName: { urn, name: school.name, ...(school.town && { town: school.town }) } }),
    ...(person && { writerEmail: person.email }),
    ...(await writerBefore(services, actor, urn, schoolAdvice, WRITER)),
  }
  return startApplication(services, actor, schoolAdvice, { language: visit.words.language, school: urn, known, ...(key && { key }), ...(like && { like }) })
}

import type { Actor } from '~/applications/actor'
import type { Application } from '~/applications/ports'
import type { Context } from '~/context.server'
import type { Form } from '~/engine/form'
import { nameIn } from '~/engine/naming'
import { answersFrom } from '~/engine/parts'

/** An application with what its child or young person is called. */
export interface Named extends Application {
  readonly name: string
}

/** Names each application, from its answers. */
export async function namedOf({ services, visit }: Context, actor: Actor, form: Form, applications: readonly Application[]): Promise<readonly Named[]> {
  return Promise.all(
    applications.map(async (each) => ({ ...each, name: nameIn(form, answersFrom(form, await services.store.parts(actor, each.id)), visit.words) })),
  )
}

/** The drafts of one form that this actor has begun. */
export async function draftsOf(context: Context, actor: Actor, form: Form): Promise<readonly Named[]> {
  const all = await context.services.store.applications(actor)
  return namedOf(context, actor, form, all.filter((each) => each.form === form.id && !each.sentAt))
}

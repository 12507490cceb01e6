import type { Actor } from '~/applications/actor'
import { openApplication } from '~/applications/open-application'
import type { Application } from '~/applications/ports'
import { asksForSelf, timelineViewOf } from '~/applications/timeline-view'
import { viewerFor } from '~/applications/viewer'
import type { Context } from '~/context.server'
import type { Form } from '~/engine/form'
import { nameIn } from '~/engine/naming'
import { formNamed } from '~/forms'

/** An application as a list shows it: what its child or young person is called and, once sent, where it stands. */
export interface Listed extends Application {
  readonly name: string
  /** In a sentence; undefined while it is a draft. */
  readonly standing: string | undefined
  /** Whom else the same person may ask for; nobody, where they ask for themselves. */
  readonly another: 'sibling' | 'pupil' | undefined
}

/** Everything this actor has begun and sent, newest first. */
export async function listedFor(context: Context, actor: Actor): Promise<readonly Listed[]> {
  const all = await context.services.store.applications(actor)
  return (await Promise.all(all.map((each) => listed(context, actor, each)))).filter((each) => each !== undefined)
}

/** The drafts of one form that this actor has begun. */
export const draftsOf = async (context: Context, actor: Actor, form: Form): Promise<readonly Listed[]> =>
  (await listedFor(context, actor)).filter((each) => each.form === form.id && !each.sentAt)

async function listed({ services, visit }: Context, actor: Actor, application: Application): Promise<Listed | undefined> {
  const form = formNamed(application.form)
  if (!form) return undefined
  const { words } = visit
  const open = await openApplication(services, actor, form, application.reference, 'read')
  const name = nameIn(form, open.journey.valueOf, words)
  const own = { ...application, name, another: form.selfWhen ? undefined : form.schoolWhen ? 'pupil' : 'sibling' } as const
  if (!application.sentAt) return { ...own, standing: undefined }
  const [facts, viewer] = [await services.store.facts(actor, application.id), await viewerFor(services, actor, form, open)]
  const { lead } = timelineViewOf({ facts, name, viewer, isSelf: asksForSelf(form, open.journey), today: services.clock.today(), words })
  const isUnreached = (await services.store.unreachedSince(actor, application.id)) !== undefined
  return { ...own, standing: isUnreached ? `${lead} ${words.text('account:unreached.short')}` : lead }
}

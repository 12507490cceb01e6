import { closedBy } from '~/applications/standing'
import type { Context } from '~/context.server'
import { pagesOf } from '~/engine/form'
import { applyPath } from '../apply/apply.server'
import type { Following } from './follow.server'

/** What a family reads when our newest email about a request could not be delivered, and where they can give another address. */
export async function unreachedLine({ services, visit, config }: Context, { actor, application, form, reference, facts }: Following) {
  if ((await services.store.unreachedSince(actor, application.id)) === undefined) return null
  const page = pagesOf(form).find((each) => each.questions.some(({ id }) => id === form.contact?.email))
  const say = (key: string) => visit.words.text(`account:unreached.${key}`, { phone: config.council.phone })
  // Nothing can be changed on a request that has ended.
  return { text: say('text'), link: closedBy(facts) ? null : { text: say('change'), href: applyPath(form.id, reference, page?.id) } }
}

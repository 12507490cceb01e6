import type { SignedIn } from '~/applications/sign-in'
import type { Context } from '~/context.server'

const keyOf = ({ services }: Context, email: string): string => services.secrets.hash('limit', email.trim().toLowerCase())

/** Counts one more email of a kind that somebody asks us to send: to this address, by this browser or person and this network, then by anybody. */
export async function mayEmail(context: Context, kind: 'code' | 'invitation', email: string): Promise<boolean> {
  const { allow, visit, address } = context
  return (
    (await allow(`${kind}-for-email`, keyOf(context, email))) &&
    (await allow(`${kind}-for-browser`, visit.actor?.role === 'person' ? visit.actor.person : visit.browser)) &&
    (address === undefined || (await allow(`${kind}-for-address`, address))) &&
    (await allow(`${kind}-for-anybody`, ''))
  )
}

/** Goes on as whoever signed in. A mailbox that was proven to be theirs may be sent codes anew: only those that nobody used are counted. */
export async function goOnAs(context: Context, { token, person }: SignedIn): Promise<void> {
  const { visit, services } = context
  visit.follow(token)
  const known = await services.store.person({ role: 'person', person, browser: visit.browser })
  if (known) await context.forgive('code-for-email', keyOf(context, known.email))
}

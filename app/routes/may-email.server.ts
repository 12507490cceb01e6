import type { Context } from '~/context.server'

/** Counts one more email of a kind that somebody asks us to send: to this address, by this browser or person and this network, then by anybody. */
export async function mayEmail({ allow, visit, services, address }: Context, kind: 'code' | 'invitation', email: string): Promise<boolean> {
  return (
    (await allow(`${kind}-for-email`, services.secrets.hash('limit', email.toLowerCase()))) &&
    (await allow(`${kind}-for-browser`, visit.actor?.role === 'person' ? visit.actor.person : visit.browser)) &&
    (address === undefined || (await allow(`${kind}-for-address`, address))) &&
    (await allow(`${kind}-for-anybody`, ''))
  )
}

import type { Context } from '~/context.server'

/** Whether one more draft may be begun: by a guest only so often from this browser and this network, by whoever signed in always. */
export async function mayBegin({ allow, visit, address }: Context): Promise<boolean> {
  if (visit.actor?.role === 'person') return true
  return (await allow('draft-for-browser', visit.browser)) && (address === undefined || (await allow('draft-for-address', address)))
}

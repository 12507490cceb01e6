import type { Context } from '~/context.server'

const MB = 1024 * 1024

/** Whether one more draft may be begun: by a guest only so often from this browser and this network, by whoever signed in always. */
export async function mayBegin({ allow, visit, address }: Context): Promise<boolean> {
  if (visit.actor?.role === 'person') return true
  return (await allow('draft-for-browser', visit.browser)) && (address === undefined || (await allow('draft-for-address', address)))
}

/** Counts bytes of files that are about to come from this network, where the council counts by address. */
export const maySend = async ({ allow, address }: Pick<Context, 'allow' | 'address'>, bytes: number): Promise<boolean> =>
  address === undefined || (await allow('megabyte-for-address', address, Math.max(1, Math.ceil(bytes / MB))))

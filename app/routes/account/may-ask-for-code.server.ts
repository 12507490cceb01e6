import type { Context } from '~/context.server'

/** Counts one more code: for this address, this browser and this network, then for everybody. */
export async function mayAskForCode({ allow, visit, services, address }: Context, email: string): Promise<boolean> {
  return (
    (await allow('code-for-email', services.secrets.hash('limit', email.toLowerCase()))) &&
    (await allow('code-for-browser', visit.browser)) &&
    (address === undefined || (await allow('code-for-address', address))) &&
    (await allow('code-for-anybody', ''))
  )
}

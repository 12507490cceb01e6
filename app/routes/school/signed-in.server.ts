import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/applications/actor'
import type { InvitationKey } from '~/applications/schools/invitation'
import { hashOfLink } from '~/applications/schools/invite-school'
import { openInvitation, type OpenInvitation } from '~/applications/schools/answer-invitation'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { refusal, type Context } from '~/context.server'
import { askToSignIn } from '../responses.server'

export type SignedIn = Extract<Actor, { role: 'person' }>

/** Whoever is signed in with an address of their own. What a guest began in this browser opens nothing of a school. */
export function signedIn(context: Context, request: Request): SignedIn {
  const { actor } = context.visit
  return actor?.role === 'person' ? actor : askToSignIn(context, request)
}

export interface OpenedLink extends OpenInvitation {
  readonly actor: SignedIn
  readonly key: InvitationKey
  readonly path: string
}

/** The invitation that a link names, by its token or, from a page of the school, by its id. Whether there is none or it is not theirs looks the same. */
export async function linked({ context, params, request }: LoaderFunctionArgs): Promise<OpenedLink> {
  const actor = signedIn(context, request)
  const token = params['token'] ?? ''
  const key = token.length === 43 ? { tokenHash: hashOfLink(token) } : { id: token }
  try {
    return { ...(await openInvitation(context.services, actor, key)), actor, key, path: `/invited/${token}` }
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) throw refusal(context, 404, 'not-invited')
    throw error
  }
}

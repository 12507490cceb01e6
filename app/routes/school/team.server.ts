import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Member } from '~/applications/schools/member'
import { isUrn, type Establishment } from '~/applications/establishments'
import { refusal } from '~/context.server'
import { answering } from '../responses.server'
import { signedIn, type SignedIn } from './signed-in.server'

/** A school, opened by one of its members. */
export interface Team {
  readonly actor: SignedIn
  readonly urn: string
  readonly school: Pick<Establishment, 'name' | 'town'>
  readonly members: readonly Member[]
  readonly isLead: boolean
  readonly path: string
}

/** Opens the school that `/schools/:urn` names. For whoever does not belong to it, it is as if it did not exist. */
export async function teamOf({ context, params, request }: LoaderFunctionArgs): Promise<Team> {
  const actor = signedIn(context, request)
  const { store } = context.services
  const urn = params['urn'] ?? ''
  return answering(context, request, async () => {
    const members = isUrn(urn) ? await store.members(actor, urn) : undefined
    const school = await store.establishment(urn)
    if (!members || !school) throw refusal(context, 404, 'not-found')
    const isLead = members.some(({ person, isLead: leads }) => leads && person === actor.person)
    return { actor, urn, school, members, isLead, path: `/schools/${urn}` }
  })
}

/** The same, for what only those who lead may do. */
export async function ledTeamOf(args: LoaderFunctionArgs): Promise<Team> {
  const team = await teamOf(args)
  if (!team.isLead) throw refusal(args.context, 404, 'not-found')
  return team
}

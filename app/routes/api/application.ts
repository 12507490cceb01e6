import type { LoaderFunctionArgs } from '@remix-run/node'
import { toApiApplication } from '~/api/to-api-application'
import { maySeeProtected } from '~/applications/permissions'
import { answeringSystem } from './api.server'
import { handedOver } from './handed-over.server'

/** One request, handed over: what was sent, what happened since, where it stands. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { application, facts, sent, invitations, evidence } = await handedOver(context.services, system, params.reference ?? '')
    return Response.json(toApiApplication({ application, facts, sent, invitations, evidence, today: context.services.clock.today(), maySeeProtected: maySeeProtected(system) }))
  })

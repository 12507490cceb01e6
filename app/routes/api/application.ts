import type { LoaderFunctionArgs } from '@remix-run/node'
import { toApiApplication } from '~/api/to-api-application'
import { authorise, maySeeProtected } from '~/applications/permissions'
import { answeringSystem } from './api.server'

/** One request, handed over: what was sent, what happened since, where it stands. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { store, clock } = context.services
    const application = await store.application(system, params.reference ?? '')
    authorise(system, 'read-as-system', application)
    const [facts, sent] = await Promise.all([store.facts(system, application.id), store.sent(system, application.id)])
    return Response.json(toApiApplication({ application, facts, sent, today: clock.today(), maySeeProtected: maySeeProtected(system) }))
  })

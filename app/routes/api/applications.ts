import type { LoaderFunctionArgs } from '@remix-run/node'
import { toApiList } from '~/api/to-api-application'
import { apiProblem, answeringSystem } from './api.server'

const LIMIT = 100
const BEGINNING = '1970-01-01T00:00:00.000Z'

/** What was sent or has changed since an instant, oldest change first. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { store, clock } = context.services
    const since = new URL(request.url).searchParams.get('since') ?? BEGINNING
    const at = new Date(since)
    if (Number.isNaN(at.getTime())) return apiProblem('bad-since')
    const applications = await store.applications(system, { at: at.toISOString(), limit: LIMIT })
    const changed = await Promise.all(applications.map(async (application) => ({ application, facts: await store.facts(system, application.id) })))
    return Response.json(toApiList(changed, clock.today(), LIMIT))
  })

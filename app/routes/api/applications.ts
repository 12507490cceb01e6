import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemResponse } from '~/api/problem'
import { readSince } from '~/api/read-request'
import { toApiList } from '~/api/to-api-application'
import { answeringSystem, apiWords } from './api.server'

const LIMIT = 100

/** What was sent or has changed since an instant, oldest change first. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { store, clock } = context.services
    const since = readSince(apiWords(), new URL(request.url).searchParams.get('since'))
    if ('problem' in since) return problemResponse(since.problem)
    const applications = await store.applications(system, { at: since.at, limit: LIMIT })
    const changed = await Promise.all(applications.map(async (application) => ({ application, facts: await store.facts(system, application.id) })))
    return Response.json(toApiList(changed, clock.today(), LIMIT))
  })

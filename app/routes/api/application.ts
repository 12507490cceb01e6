import type { LoaderFunctionArgs } from '@remix-run/node'
import { toApiApplication } from '~/api/to-api-application'
import { uploadsOf } from '~/applications/open-upload'
import { maySeeProtected } from '~/applications/permissions'
import { referenceIn } from '~/applications/reference'
import { listedPapers } from '~/applications/uploads'
import { saidOf } from '../listed-papers.server'
import { answeringSystem, apiWords } from './api.server'
import { handedOver } from './handed-over.server'

/** One request, handed over: what was sent, what happened since, where it stands. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { application, facts, sent, invitations, evidence } = await handedOver(context.services, system, referenceIn(params.reference ?? ''))
    const { uploads } = await uploadsOf(context.services, system, application.reference)
    const papers = listedPapers(uploads).map((upload) => ({ upload, said: saidOf(context.services, upload, apiWords()) }))
    return Response.json(toApiApplication({ application, facts, sent, papers, invitations, evidence, today: context.services.clock.today(), maySeeProtected: maySeeProtected(system) }))
  })

import type { LoaderFunctionArgs } from '@remix-run/node'
import { openEvidenceFile } from '~/applications/schools/evidence'
import { handOut } from '../hand-out.server'
import { answering } from '../responses.server'
import { following } from './follow.server'

/** Hands out a file that a school sent for a request. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const { actor, application } = await following(args, 'read')
  return handOut(await answering(context, request, () => openEvidenceFile(context.services, actor, application.id, params['invitation'] ?? '', params['file'] ?? '')))
}

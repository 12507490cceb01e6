import type { LoaderFunctionArgs } from '@remix-run/node'
import { openEvidenceFile } from '~/applications/schools/evidence'
import { handOut } from '../hand-out.server'
import { answering } from '../responses.server'
import { evidenceFileIn } from './evidence-path.server'
import { following } from './follow.server'

/** Hands out a file that a school sent for a request, to its family. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const open = await following(args, 'read')
  return handOut(await answering(context, request, () => openEvidenceFile(context.services, open.actor, open.form, open, evidenceFileIn(params))))
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidencePictureOf } from '~/applications/schools/evidence'
import { handOutPicture } from '../hand-out.server'
import { answering } from '../responses.server'
import { evidenceFileIn } from './evidence-path.server'
import { following } from './follow.server'

/** A picture of one page of a file that a school sent for a request, for its family. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const open = await following(args, 'read')
  return handOutPicture(await answering(context, request, () => evidencePictureOf(context.services, open.actor, open.form, open, evidenceFileIn(params), Number(params['number']))))
}

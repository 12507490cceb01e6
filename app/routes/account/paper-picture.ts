import type { LoaderFunctionArgs } from '@remix-run/node'
import { pictureOf } from '~/applications/open-upload'
import { handOutPicture } from '../hand-out.server'
import { answering } from '../responses.server'
import { following } from './follow.server'

/** A picture of one page of a paper, for whoever may read the request. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const { actor, reference } = await following(args, 'read')
  return handOutPicture(await answering(context, request, () => pictureOf(context.services, actor, reference, params.paper ?? '', Number(params.number))))
}

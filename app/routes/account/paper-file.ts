import type { LoaderFunctionArgs } from '@remix-run/node'
import { openUpload } from '~/applications/open-upload'
import { handOut } from '../hand-out.server'
import { answering } from '../responses.server'
import { following } from './follow.server'

/** Hands out a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const { actor, reference } = await following(args, 'read')
  return handOut(await answering(context, request, () => openUpload(context.services, actor, reference, params.paper ?? '')))
}

import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { pictureOf } from '~/applications/open-upload'
import { answering } from '../responses.server'
import { following } from './follow.server'

/** A picture of one page of a paper, for whoever may read the request. We painted it ourselves: nothing of the file is in it but its points. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const { actor, reference } = await following(args, 'read')
  const { size, bytes } = await answering(context, request, () => pictureOf(context.services, actor, reference, params.paper ?? '', Number(params.number)))
  return new Response(createReadableStreamFromReadable(Readable.from(bytes, { objectMode: false })), {
    headers: { 'Content-Type': 'image/jpeg', 'Content-Length': String(size), 'Content-Security-Policy': "sandbox; default-src 'none'" },
  })
}

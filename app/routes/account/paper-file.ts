import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { openUpload } from '~/applications/open-upload'
import { fileTypes, nameToSave } from '~/applications/uploads'
import { answering } from '../responses.server'
import { following } from './follow.server'

/** A name as headers carry it (RFC 8187). */
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Hands out a file, as a download only: whatever is in it never acts on our pages (OWASP File Upload Cheat Sheet). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const { actor, reference } = await following(args, 'read')
  const { upload, bytes } = await answering(context, request, () => openUpload(context.services, actor, reference, params.paper ?? ''))
  const { size, type } = upload
  return new Response(createReadableStreamFromReadable(Readable.from(bytes, { objectMode: false })), {
    headers: {
      'Content-Type': type ? fileTypes[type].mime : 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded(nameToSave(upload))}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
}

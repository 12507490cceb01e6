import { fileTypes, nameToSave, type Upload } from '~/applications/uploads'
import { ContentResponse } from '~/content.server'

/** A name as headers carry it (RFC 8187). */
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * A file, as a download only: whatever is in it never acts on our pages (OWASP File Upload Cheat Sheet).
 * @param name under which it is saved; without it, as its sender calls it
 */
export const handOut = ({ upload, bytes }: { readonly upload: Upload; readonly bytes: AsyncIterable<Uint8Array> }, name = nameToSave(upload)): Response =>
  new ContentResponse(bytes, {
    headers: {
      'Content-Type': upload.type ? fileTypes[upload.type].mime : 'application/octet-stream',
      'Content-Length': String(upload.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })

/** A picture of a page. We painted it ourselves: nothing of the file is in it but its points. */
export const handOutPicture = ({ size, bytes }: { readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }): Response =>
  new ContentResponse(bytes, {
    headers: { 'Content-Type': 'image/jpeg', 'Content-Length': String(size), 'Content-Security-Policy': "sandbox; default-src 'none'" },
  })

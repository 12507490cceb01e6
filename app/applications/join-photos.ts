import type { Actor } from './actor'
import { attach, type AttachOutcome } from './attach'
import { readUpload, uploadsOf } from './open-upload'
import type { Bytes } from './ports'
import type { Services } from './services'
import type { Upload } from './uploads'

/** How many photos, and how many bytes of them, can be joined at once. */
export const MOST_PHOTOS = 20
const MOST_BYTES = 100 * 1024 * 1024

/** What can be a page of a joined document: a photo that was checked. */
export const isPhoto = ({ state, type }: Upload): boolean => state === 'ready' && (type === 'jpeg' || type === 'png')

/**
 * Makes one document of photos that are there, a page each in this order. It goes the way of every file that is sent. The photos stay; the same photos
 * joined again under the same name are the document that is there.
 * @param ids of photos; others are left out
 * @throws NotFound; StoreUnavailable; InspectorFailed when they cannot be joined
 */
export async function joinPhotos(services: Services, actor: Actor, reference: string, ids: readonly string[], name: string): Promise<AttachOutcome | { readonly refused: 'too-few' | 'too-large' }> {
  const { uploads } = await uploadsOf(services, actor, reference)
  const photos = [...new Set(ids)].flatMap((id) => uploads.filter((each) => each.id === id && isPhoto(each)))
  if (photos.length < 2) return { refused: 'too-few' }
  if (photos.length > MOST_PHOTOS || photos.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return { refused: 'too-large' }
  const bytes = services.painter.join(photos.map(({ id, size }) => ({ size, bytes: opened(services, actor, reference, id) })))
  return attach(services, actor, reference, { name, bytes })
}

/** Opened when it is read: no photo waits in memory for its turn. */
async function* opened(services: Services, actor: Actor, reference: string, id: string): Bytes {
  yield* (await readUpload(services, actor, reference, id)).bytes
}

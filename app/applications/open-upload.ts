import type { Actor } from './actor'
import { byActor } from './attach'
import { authorise, NotFound } from './permissions'
import type { Bytes } from './ports'
import type { Services } from './services'
import type { Opening, Upload } from './uploads'

/** The files of an application, and who opened them. */
export async function uploadsOf({ store }: Pick<Services, 'store'>, actor: Actor, reference: string): Promise<{ readonly uploads: readonly Upload[]; readonly openings: readonly Opening[] }> {
  const application = await store.application(actor, reference)
  authorise(actor, actor.role === 'system' ? 'read-as-system' : 'read', application)
  return { uploads: await store.uploads(actor, application.id), openings: await store.openings(actor, application.id) }
}

/**
 * Opens a file for whoever may read its application. That they did is written down before they get a byte.
 * @throws NotFound when it is not theirs, not ready or not there
 */
export async function openUpload({ store, clock, objects }: Pick<Services, 'store' | 'clock' | 'objects'>, actor: Actor, reference: string, id: string): Promise<{ readonly upload: Upload; readonly bytes: Bytes }> {
  const application = await store.application(actor, reference)
  authorise(actor, actor.role === 'system' ? 'read-as-system' : 'read', application)
  const opened = await store.openUpload(actor, application.id, id, byActor(actor), clock.now())
  const sealed = opened && (await objects.get(opened.object))
  if (!opened || !sealed) throw new NotFound('no such file')
  return { upload: opened.upload, bytes: opened.sealing.open(opened.object, sealed) }
}

/**
 * A picture of a page of a file, for whoever may read its application. A family knows that it looked; of what a school sends, the first look of each of its
 * people is written down as an opening is.
 * @throws NotFound
 */
export async function pictureOf({ store, objects, clock, formNamed }: Pick<Services, 'store' | 'objects' | 'clock' | 'formNamed'>, actor: Actor, reference: string, id: string, page: number): Promise<{ readonly size: number; readonly bytes: Bytes }> {
  const application = await store.application(actor, reference)
  authorise(actor, 'read', application)
  const isShared = formNamed(application.form)?.evidence !== undefined
  const found = await store.uploadPicture(actor, application.id, id, page, isShared ? { by: byActor(actor), at: clock.now() } : undefined)
  const sealed = found && (await objects.get(found.object))
  if (!found || !sealed) throw new NotFound('no such picture')
  return { size: found.size, bytes: found.sealing.open(found.object, sealed) }
}

/** Takes a file back. Twice is the same as once. */
export async function removeUpload({ store, clock, objects }: Pick<Services, 'store' | 'clock' | 'objects'>, actor: Actor, reference: string, id: string): Promise<void> {
  const application = await store.application(actor, reference)
  authorise(actor, 'save', application)
  const removed = await store.removeUpload(actor, application.id, id, clock.now())
  for (const object of removed?.objects ?? []) await objects.delete(object)
}

import type { Actor } from './actor'
import { byActor } from './attach'
import { authorise, NotFound } from './permissions'
import type { Bytes } from './ports'
import type { Services } from './services'
import type { By, Opening, Upload } from './uploads'

export interface OpenUpload {
  readonly upload: Upload
  readonly bytes: Bytes
}

/** The files of an application, and who opened them. */
export async function uploadsOf({ store }: Pick<Services, 'store'>, actor: Actor, reference: string): Promise<{ readonly uploads: readonly Upload[]; readonly openings: readonly Opening[] }> {
  const application = await store.application(actor, reference)
  authorise(actor, actor.role === 'system' ? 'read-as-system' : 'read', application)
  return { uploads: await store.uploads(actor, application.id), openings: await store.openings(actor, application.id) }
}

type Reading = Pick<Services, 'store' | 'clock' | 'objects'>

/**
 * Opens a file for whoever may read its application. That they did is written down before they get a byte.
 * @throws NotFound when it is not theirs, not ready or not there
 */
export const openUpload = (services: Reading, actor: Actor, reference: string, id: string): Promise<OpenUpload> => opened(services, actor, reference, id, byActor(actor))

/**
 * Opens a file for the portal to make another of it: nobody sees it by that.
 * @throws NotFound as above
 */
export const readUpload = (services: Reading, actor: Actor, reference: string, id: string): Promise<OpenUpload> => opened(services, actor, reference, id, undefined)

async function opened({ store, clock, objects }: Reading, actor: Actor, reference: string, id: string, by: By | undefined): Promise<OpenUpload> {
  const application = await store.application(actor, reference)
  authorise(actor, actor.role === 'system' ? 'read-as-system' : 'read', application)
  const found = await store.openUpload(actor, application.id, id, by, clock.now())
  const sealed = found && (await objects.get(found.object))
  if (!found || !sealed) throw new NotFound('no such file')
  return { upload: found.upload, bytes: found.sealing.open(found.object, sealed) }
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

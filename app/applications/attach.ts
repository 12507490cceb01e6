import { createHash, randomUUID } from 'node:crypto'
import { otherWaysOf } from '~/engine/other-ways'
import { wordsOf } from '~/engine/naming'
import type { Actor } from './actor'
import { fileName } from './file-name'
import { authorise, NotFound } from './permissions'
import type { Application, BeginUploadResult, Bytes, UploadAt } from './ports'
import type { Services } from './services'
import { closedBy } from './standing'
import { fileTypeNamed, mediumNamed, type By, type Expected, type RefusalCode, type Upload, type UploadLimits } from './uploads'

/** A file as it is sent. */
export interface SentFile {
  /** Sent again under the same id, it is the file that arrived the first time. */
  readonly id?: string
  readonly name: string
  readonly bytes: Bytes
  /** The file that it takes the place of: what was said about that one is said about this one. */
  readonly replaces?: string
  /** The question of the form that it answers instead of words; any other is left out. */
  readonly about?: string
}

export type AttachOutcome =
  /** It is there: waiting to be checked, or refused (its record says why). */
  | { readonly upload: Upload }
  /** No more files fit, or the request was closed. */
  | { readonly refused: 'too-many' | 'closed' }

export const byActor = (actor: Actor): By => {
  if (actor.role === 'person') return { role: actor.role, who: actor.person }
  return actor.role === 'system' ? { role: actor.role, who: actor.name } : { role: actor.role }
}

/** More came than there is room for. */
class TooMuch extends Error {
  constructor(readonly code: RefusalCode) {
    super(code)
  }
}

/** The most bytes that a file of this name may have; undefined when its kind is not taken. */
export function mostBytes(name: string, limits: UploadLimits): number | undefined {
  if (!fileTypeNamed(name)) return undefined
  return mediumNamed(name) === 'film' ? limits.videoBytes : limits.fileBytes
}

interface Begun {
  readonly application: Application
  readonly at: UploadAt
  readonly result: Exclude<BeginUploadResult, { readonly refused: unknown }> | { readonly refused: 'too-many' | 'closed' }
}

/**
 * Makes room for a file that is about to come.
 * @throws NotFound; StoreUnavailable
 */
export async function beginUpload(
  services: Services,
  actor: Actor,
  reference: string,
  { id = randomUUID(), name, replaces, about, expected }: Omit<SentFile, 'bytes'> & { readonly expected?: Expected },
): Promise<Begun> {
  const { store, clock, uploadLimits } = services
  const application = await store.application(actor, reference)
  authorise(actor, 'save', application)
  const at = { id, object: randomUUID() }
  if (application.sentAt && closedBy(await store.facts(actor, application.id))) return { application, at, result: { refused: 'closed' } }
  const old = replaces === undefined ? undefined : (await store.uploads(actor, application.id)).find((each) => each.id === replaces && each.state !== 'removed')
  if (replaces !== undefined && !old) throw new NotFound('nothing to replace')
  const said = old ? { details: old.details, ...(old.about !== undefined && { about: old.about }) } : saidFrom(services, application, about)
  const upload = { ...at, name, by: byActor(actor), ...said, ...(replaces !== undefined && { replaces }), ...(expected && { expected }) }
  const result = await store.beginUpload(actor, application.id, upload, uploadLimits, clock.now())
  if (!('refused' in result)) return { application, at, result }
  if (result.refused === 'not-found') throw new NotFound('gone')
  return { application, at, result: { refused: result.refused } }
}

/** How a file came, or why it is refused. */
export type Arrived = { readonly size: number; readonly hash: string } | { readonly refused: RefusalCode }

/**
 * Writes down that a file has come, or why it is refused: also what came whole only after the request had ended. Refused, or when the same file was sent before,
 * the bytes that came are nobody's.
 */
export async function arrived({ store, clock, uploadLimits }: Services, actor: Actor, application: Application, at: UploadAt, how: Arrived): Promise<Upload | undefined> {
  const isOver = application.sentAt !== undefined && closedBy(await store.facts(actor, application.id)) !== undefined
  return store.uploadArrived(actor, application.id, at, isOver ? { refused: 'closed' } : how, uploadLimits, clock.now())
}

/** What is known of a file from the start, where it answers a question instead of words. */
function saidFrom({ formNamed, wordsFor }: Services, application: Application, about: string | undefined): Pick<Upload, 'details' | 'about'> {
  const form = formNamed(application.form)
  const question = form && otherWaysOf(form).find((each) => each.question.id === about)?.question
  if (!question || !form.calm) return { details: {} }
  const { details, titled } = form.calm.otherWays
  const words = wordsFor(application.language)
  return { about: question.id, details: { ...details, [titled]: wordsOf(form, words, words.text(`${form.id}:name`)).question(question).label } }
}

/**
 * Takes a file in, as it comes, sealed, into quarantine. Its record is there before its bytes, and says that it arrived only when they are on the
 * disk. When the sender goes away, it is as if it had never begun. The same bytes sent again under the same name are the file that is there.
 * @throws NotFound; StoreUnavailable; whatever the bytes reject with
 */
export async function attach(services: Services, actor: Actor, reference: string, { bytes, name: given, ...file }: SentFile): Promise<AttachOutcome> {
  const { store, objects, uploadLimits: limits } = services
  const name = fileName(given)
  const { application, at, result } = await beginUpload(services, actor, reference, { ...file, name })
  if ('repeated' in result) return { upload: result.repeated }
  if ('refused' in result) return result

  const finish = async (how: Arrived): Promise<AttachOutcome> => {
    const upload = await arrived(services, actor, application, at, how)
    if (upload?.id !== at.id || upload.state === 'refused') await objects.delete(at.object)
    if (!upload) throw new NotFound('gone')
    return { upload }
  }

  const most = mostBytes(name, limits)
  if (most === undefined) return finish({ refused: 'wrong-kind' })
  const seen = { size: 0, hash: createHash('sha256') }
  try {
    await objects.put(at.object, result.sealing.seal(at.object, counted(bytes, seen, most, result)))
  } catch (error) {
    if (error instanceof TooMuch) return finish({ refused: error.code })
    await store.dropUpload(actor, application.id, at)
    throw error
  }
  return finish(seen.size === 0 ? { refused: 'empty' } : { size: seen.size, hash: seen.hash.digest('hex') })
}

async function* counted(bytes: Bytes, seen: { size: number; hash: ReturnType<typeof createHash> }, most: number, { room, beyond }: { readonly room: number; readonly beyond: RefusalCode }): Bytes {
  for await (const chunk of bytes) {
    seen.size += chunk.byteLength
    if (seen.size > most) throw new TooMuch('too-big')
    if (seen.size > room) throw new TooMuch(beyond)
    seen.hash.update(chunk)
    yield chunk
  }
}

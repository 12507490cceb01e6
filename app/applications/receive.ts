import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from './actor'
import { arrived, beginUpload, mostBytes, type Arrived, type AttachOutcome } from './attach'
import { fileName } from './file-name'
import { authorise, NotFound } from './permissions'
import type { Application, ArrivingUpload, Bytes } from './ports'
import { cameIn } from './quarantine'
import type { Services } from './services'
import type { RefusalCode, Upload } from './uploads'

// A file that comes in pieces, so that a line that breaks costs its sender no more than the last of them. A piece is sealed and on the disk before a
// record names it, and its record is on the disk before the sender hears of it. So is nothing that was acknowledged ever asked for again.

/** The most that a piece holds. A sender who sends more at once has it cut here. */
export const PIECE = 4 * 1024 * 1024

/** How often a line may break over one file: a sender of single bytes fills a disk with objects long before it fills its room. */
const MOST_BREAKS = 300

/** What a sender says of a file before its bytes come. */
export interface AnnouncedFile {
  readonly name: string
  readonly size: number
  /** When it was last saved on the sender's device, in milliseconds. */
  readonly modified: number
  readonly replaces?: string
  readonly about?: string
}

/** This piece does not follow what is there: the sender has to ask how much came. */
export class OutOfPlace extends Error {}

/**
 * Makes room for a file that comes in pieces. Announced again, it is the file that was announced first. What cannot be taken is refused before its
 * first byte, and its record says why.
 * @throws NotFound; StoreUnavailable
 */
export async function announce(services: Services, actor: Actor, reference: string, { size, modified, ...file }: AnnouncedFile): Promise<AttachOutcome> {
  const { store, clock, uploadLimits: limits } = services
  const name = fileName(file.name)
  const { application, at, result } = await beginUpload(services, actor, reference, { ...file, name, expected: { size, modified, came: 0 } })
  if ('repeated' in result) return { upload: result.repeated }
  if ('refused' in result) return result
  const most = mostBytes(name, limits)
  const refused = ((): RefusalCode | undefined => {
    if (most === undefined) return 'wrong-kind'
    if (size === 0) return 'empty'
    if (size > most) return 'too-big'
    return size > result.room ? result.beyond : undefined
  })()
  if (!refused) return { upload: result.begun }
  const upload = await store.uploadArrived(actor, application.id, at, { refused }, limits, clock.now())
  if (!upload) throw new NotFound('gone')
  return { upload }
}

/**
 * A file that was announced, as it is now. One whose last piece came just before the server stopped is finished here.
 * @throws NotFound; StoreUnavailable
 */
export async function announced(services: Services, actor: Actor, reference: string, id: string): Promise<Upload> {
  const application = await mine(services, actor, reference)
  const upload = (await services.store.uploads(actor, application.id)).find((each) => each.id === id)
  if (!upload) throw new NotFound('no such file')
  return upload.expected?.came === upload.expected?.size ? ((await finish(services, actor, application, id)) ?? upload) : upload
}

/**
 * Keeps bytes of a file that was announced, piece by piece, and gives how much of it is there then. When the sender goes away in the middle, what
 * came until then is kept all the same.
 * @param from which byte of the file the first of these is
 * @throws OutOfPlace; NotFound; StoreUnavailable; whatever the bytes reject with, once they are kept
 */
export async function receive(services: Services, actor: Actor, reference: string, id: string, from: number, bytes: Bytes): Promise<number> {
  const { store, objects, clock } = services
  const application = await mine(services, actor, reference)
  const arriving = await store.uploadArriving(actor, application.id, id)
  if (!arriving) throw new NotFound('nothing is on its way')
  if (arriving.objects.length > MOST_BREAKS + arriving.upload.size / PIECE) {
    await over(services, actor, application, arriving, { refused: 'lost' })
    throw new NotFound('it came in too many pieces')
  }
  const source = piecesOf(bytes)
  let came = from
  while (await source.hasMore()) {
    const object = randomUUID()
    const seen = { size: 0 }
    await objects.put(object, arriving.sealing.seal(object, source.next(seen)))
    const grown = await store.uploadGrew(actor, application.id, arriving, { object, from: came, size: seen.size }, clock.now())
    if (grown === undefined) {
      await objects.delete(object)
      throw new OutOfPlace()
    }
    came = grown
  }
  const broken = source.brokeOff()
  if (broken) throw broken.reason
  if (came === arriving.upload.expected?.size) await finish(services, actor, application, id)
  return came
}

/**
 * Gives up a file that is on its way; one that arrived stays.
 * @throws NotFound; StoreUnavailable
 */
export async function giveUp({ store, objects }: Services, actor: Actor, reference: string, id: string): Promise<void> {
  const application = await mine({ store }, actor, reference)
  const arriving = await store.uploadArriving(actor, application.id, id)
  if (!arriving || !(await store.dropUpload(actor, application.id, arriving))) throw new NotFound('nothing is on its way')
  for (const object of arriving.objects) await objects.delete(object)
}

async function mine({ store }: Pick<Services, 'store'>, actor: Actor, reference: string): Promise<Application> {
  const application = await store.application(actor, reference)
  authorise(actor, 'save', application)
  return application
}

/** Every byte came: reads them once more from the disk, for the receipt, and hands the file over to be checked. Undefined when somebody did before. */
async function finish(services: Services, actor: Actor, application: Application, id: string): Promise<Upload | undefined> {
  const arriving = await services.store.uploadArriving(actor, application.id, id)
  return arriving && over(services, actor, application, arriving, (await receiptOf(services.objects, arriving)) ?? { refused: 'lost' })
}

/** Ends what is on its way: it arrived, or is refused. */
async function over(
  services: Services,
  actor: Actor,
  application: Application,
  arriving: ArrivingUpload,
  how: Arrived,
): Promise<Upload | undefined> {
  const upload = await arrived(services, actor, application, arriving, how)
  if (upload && (upload.id !== arriving.id || upload.state === 'refused')) for (const object of arriving.objects) await services.objects.delete(object)
  return upload
}

/** Undefined when the pieces are not all there. */
async function receiptOf(objects: Services['objects'], arriving: ArrivingUpload): Promise<{ readonly size: number; readonly hash: string } | undefined> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of (await cameIn(objects, arriving)) ?? []) {
    size += chunk.byteLength
    hash.update(chunk)
  }
  return size === arriving.upload.expected?.size ? { size, hash: hash.digest('hex') } : undefined
}

/** Bytes as pieces, one after the other. A source that breaks off ends its last piece, which is as good as the others. */
function piecesOf(bytes: Bytes) {
  const chunks = bytes[Symbol.asyncIterator]()
  let held: Uint8Array | undefined
  let brokeOff: { readonly reason: unknown } | undefined
  const take = async (): Promise<Uint8Array | undefined> => {
    try {
      for (;;) {
        const { value, done } = await chunks.next()
        if (done) return undefined
        if (value.byteLength > 0) return value
      }
    } catch (reason) {
      brokeOff = { reason }
      return undefined
    }
  }
  return {
    brokeOff: () => brokeOff,
    async hasMore() {
      held ??= brokeOff ? undefined : await take()
      return held !== undefined
    },
    async *next(seen: { size: number }): Bytes {
      while (held && seen.size < PIECE) {
        seen.size += held.byteLength
        yield held
        held = await take()
      }
    },
  }
}

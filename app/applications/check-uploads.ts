import { randomUUID } from 'node:crypto'
import { InspectorFailed, StoreUnavailable } from './failures'
import { paperNoticeOf } from './notices'
import { cameIn } from './quarantine'
import type { Bytes, CheckResult, NewMessage, Painted, UploadToCheck } from './ports'
import { schoolFileNewsOf } from './schools/school-news'
import type { Services } from './services'
import type { NewsServices } from './stage-news'
import type { FileType } from './uploads'

type Checking = NewsServices & Pick<Services, 'objects' | 'scanner' | 'inspector' | 'painter'>

/** How long a checker has a file to itself: longer than any check takes. */
const HELD_MINUTES = 15
const RETRY_MINUTES = 2
/** An inspection that breaks down so often does so because of the file. */
const MOST_BREAKDOWNS = 3

const later = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/**
 * Checks files in quarantine that are due, one after the other: looks inside, copies what may go on, scans what came. A file is ready only when all
 * of it was done; when the scanner is down it stays where it is and is tried again. Killed at any moment, a check is done again from its start.
 * @returns how many were checked
 * @throws what nobody expected of a file, once it is written down that it is tried again
 */
export async function checkUploads(services: Checking): Promise<number> {
  const { store, clock } = services
  for (let checked = 0; ; checked++) {
    const now = clock.now()
    const [upload] = await store.uploadsToCheck(now, later(now, HELD_MINUTES), 1)
    if (!upload) return checked
    await checkOne(services, upload)
  }
}

async function checkOne(services: Checking, upload: UploadToCheck): Promise<void> {
  const { store, clock, objects } = services
  const copy = randomUUID()
  const again = (brokeDown: boolean): CheckResult => ({ retryAt: later(clock.now(), RETRY_MINUTES), brokeDown })
  let fault: unknown
  const result = await resultOf(services, upload, copy).catch((error: unknown) => {
    if (error instanceof InspectorFailed) return upload.failures + 1 >= MOST_BREAKDOWNS ? ({ refused: 'could-not-check' } as const) : again(true)
    if (!(error instanceof StoreUnavailable)) fault = error
    return again(false)
  })
  const messages = result && 'ready' in result ? await newsOf(services, upload) : []
  const isKept = await store.uploadChecked(upload, result ?? again(false), clock.now(), messages)
  // Now that a record names the one, or none, the other is nobody's.
  if (!isKept || !result || !('ready' in result)) await objects.delete(copy)
  if (!isKept && result && 'ready' in result) for (const { object } of result.ready.painted?.pictures ?? []) await objects.delete(object)
  if (isKept && result && !('retryAt' in result)) for (const object of upload.objects) await objects.delete(object)
  if (fault) throw fault
}

/** Who is told that a file can be opened: the council, and the family when a school sent it for them. */
async function newsOf(services: Checking, { id, sentAs, sentFor }: UploadToCheck): Promise<readonly NewMessage[]> {
  const now = services.clock.now()
  return [...(sentAs === undefined ? [] : [paperNoticeOf(services, sentAs, now)]), ...(sentFor === undefined ? [] : await schoolFileNewsOf(services, sentFor, id, now))]
}

/** Undefined while the scanner is down. */
async function resultOf(services: Checking, upload: UploadToCheck, copy: string): Promise<CheckResult | undefined> {
  const { objects, scanner, inspector } = services
  const bytes = await cameIn(objects, upload)
  if (!bytes) return { refused: 'lost' }
  const inspected = await inspector.inspect({ name: upload.name, bytes })
  if ('refused' in inspected) return { refused: inspected.refused }
  await objects.put(copy, upload.sealing.seal(copy, inspected.copy))

  // What came is scanned, and not the copy: a virus says something about the file even where it did not go on.
  const again = await cameIn(objects, upload)
  const found = again ? await scanner.scan(again) : 'unavailable'
  switch (found) {
    case 'infected':
      return { refused: 'virus' }
    case 'too-big':
      return { refused: 'too-big-to-scan' }
    case 'unavailable':
      return undefined
    default:
      return { ready: { object: copy, size: inspected.size, type: inspected.type, scanned: found === 'clean', ...(await paintedFrom(services, upload, copy, inspected.type)) } }
  }
}

/** Pictures of the pages of a cleaned copy. A file that cannot be painted is as good without. */
async function paintedFrom({ objects, painter }: Checking, { sealing }: UploadToCheck, copy: string, type: FileType): Promise<{ readonly painted?: Painted }> {
  const sealed = await objects.get(copy)
  if (!sealed) return {}
  const painting = await painter.pages({ type, bytes: sealing.open(copy, sealed) }).catch((error: unknown) => {
    if (error instanceof InspectorFailed) return undefined
    throw error
  })
  const pictures: { readonly object: string; readonly size: number }[] = []
  for (const picture of painting?.pictures ?? []) {
    const object = randomUUID()
    await objects.put(object, sealing.seal(object, once(picture)))
    pictures.push({ object, size: picture.byteLength })
  }
  return painting && pictures.length > 0 ? { painted: { pages: painting.pages, pictures } } : {}
}

async function* once(bytes: Uint8Array): Bytes {
  yield bytes
}

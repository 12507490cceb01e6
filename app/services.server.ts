import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoKeyName, KeyRingError, newKeyRingText, openStore, parseKeyRing, SealBroken, UnknownKey, type KeyRing } from '#db'
import { inspectorProcess } from './adapters/inspector-process'
import { outboxPageMailer } from './adapters/mail-outbox-page'
import { smtpMailer } from './adapters/mail-smtp'
import { diskObjects } from './adapters/objects-disk'
import { painterProcess } from './adapters/painter-process'
import { printerPool } from './adapters/printer-pool'
import { promptPrinter } from './adapters/prompt-printer'
import { clamdScanner } from './adapters/scan-clamd'
import { noScanner } from './adapters/scan-none'
import { shelfPrinter } from './adapters/shelf-printer'
import { StoreUnavailable } from './applications/failures'
import type { Clock } from './applications/ports'
import type { Secrets, Services } from './applications/services'
import { ConfigFault, DEMO_KEY_FILE, diskFault, keyFault, type Config } from './config.server'
import { londonDayBy } from './engine/london-day'
import { formNamed } from './forms'
import { languages } from './i18n/languages'
import { wordsFor } from './i18n/words'
import { makeFolder } from './make-folder.server'

// The only place where ports meet adapters.

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: londonDayBy(Date.now),
}

/** What runs apart from the portal itself. */
export interface Programs {
  readonly worker: URL
  readonly inspect: URL
  readonly paint: URL
}

/** Data that is real may not be opened as a demo, nor the other way round. */
export class WrongPurpose extends Error {}

/** What an operator can mend when settings, keys or the store stand in the way, in words; undefined for anything else that went wrong. */
export function inTheWay(error: unknown): string | undefined {
  const say = (key: string, values?: Record<string, string>) => wordsFor('en').text(`config:${key}`, values)
  if (error instanceof UnknownKey) return new ConfigFault([`KEY_RING_FILE: ${say('key-missing', { name: error.kid })}`]).message
  // A ring that was named is read with the other settings: this is the one that the demo made.
  if (error instanceof KeyRingError) return new ConfigFault([`${DEMO_KEY_FILE}: ${keyFault(error)}`]).message
  return [ConfigFault, WrongPurpose, SealBroken, StoreUnavailable].some((kind) => error instanceof kind) ? (error as Error).message : undefined
}

/** The file of an installation's store. */
export const storeFileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'waymark.db')

/**
 * Opens the data and everything else that the verbs work with, as the environment says.
 * @param programs where the compiled PDF worker and the programs that inspect files and paint their pages are
 * @throws what `inTheWay` has words for: ConfigFault when there can be no folder for the data; WrongPurpose when a demo is asked to open real data, or the other way
 * round; UnknownKey or SealBroken when the keys are not those of the data; StoreUnavailable
 */
export async function openServices(config: Config, { worker: workerUrl, inspect: inspectorUrl, paint: painterUrl }: Programs): Promise<Services> {
  openFolder(config.dataDir)
  const file = storeFileOf(config)
  const isRealData = config.mode === 'demo' && existsSync(file) && !existsSync(join(config.dataDir, DEMO_KEY_FILE)) && !config.keyRing
  if (isRealData) throw new WrongPurpose(wrongPurpose(config, 'production'))
  const ring = config.keyRing ?? parseKeyRing(demoKeyRing(config.dataDir))
  const store = await openStore(`sqlite:${file}`, ring).catch((error: unknown) => {
    const isDemoData = config.mode === 'production' && error instanceof UnknownKey && error.kid === demoKeyName
    if (isDemoData) throw new WrongPurpose(wrongPurpose(config, 'demo'))
    throw error instanceof SealBroken ? new ConfigFault([`KEY_RING_FILE: ${wordsFor('en').text('config:key-differs')}`]) : error
  })
  const purpose = await store.purpose()
  if (purpose && purpose !== config.mode) {
    await store.close()
    throw new WrongPurpose(wrongPurpose(config, purpose))
  }
  return {
    store,
    clock: systemClock,
    mailer: config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : outboxPageMailer(),
    printer: promptPrinter(shelfPrinter(printerPool({ workerUrl, workers: config.pdfWorkers }), join(config.dataDir, 'blank-forms'), buildOf(workerUrl))),
    objects: diskObjects(join(config.dataDir, 'files')),
    scanner: config.clamd ? clamdScanner(config.clamd) : noScanner(),
    inspector: inspectorProcess({ workerUrl: inspectorUrl }),
    painter: painterProcess({ workerUrl: painterUrl }),
    uploadLimits: config.uploadLimits,
    secrets: secretsFrom(ring),
    wordsFor,
    formNamed,
    invitationDays: config.invitationDays,
    council: { name: config.council.name, phone: config.council.phone, mailbox: config.councilMailbox, postcodeAreas: config.council.postcodes },
    // Nobody writes in the pseudo-language, and to make it takes a tenth of a second of each command.
    dangerPhrases: languages.filter(({ pseudo }) => !pseudo).flatMap(({ code }) => wordsFor(code).tree<readonly string[]>('danger:phrases')),
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
  }
}

function openFolder(dataDir: string): void {
  try {
    makeFolder(dataDir)
  } catch (error) {
    throw new ConfigFault([diskFault('DATA_DIR', 'no-folder', dataDir, error)])
  }
}

/** What the code was built from, so that it changes with every form and word. Code that runs without a build keeps no paper for the next run. */
function buildOf(workerUrl: URL): string {
  const stamp = new URL('../inputs.sha256', workerUrl)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : randomUUID()
}

const wrongPurpose = ({ dataDir, mode }: Config, purpose: string) => wordsFor('en').text('config:wrong-purpose', { folder: dataDir, mode, purpose })

/** A demo makes its own keys, once, beside its data. */
function demoKeyRing(dataDir: string): string {
  const file = join(dataDir, DEMO_KEY_FILE)
  if (!existsSync(file)) writeFileSync(file, newKeyRingText(), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/** Keyed hashes from a key of their own, derived (HKDF, RFC 5869) from the oldest key of the ring, so that adding a key changes no hash. */
function secretsFrom({ keys }: KeyRing): Secrets {
  const oldest = [...keys.values()].at(-1)
  if (!oldest) throw new Error('A key ring is never empty.')
  const key = Buffer.from(hkdfSync('sha256', oldest, '', 'waymark hashes', 32))
  return { hash: (purpose, text) => createHmac('sha256', key).update(`${purpose}|${text}`).digest('hex') }
}

import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { demoKeyName, KeyRingError, parseKeyRing, type KeyRing } from '#db/key-ring'
import type { Services } from '~/applications/services'
import type { UploadLimits } from '~/applications/uploads'
import { folderWith } from '~/i18n/folder-with'
import { wordsFor } from '~/i18n/words'
import { brandFaults, defaultColours, type Brand, type BrandColours } from '~/ui/brand'
import { tryFolder } from './make-folder.server'

/** Operators read English. */
const say = (key: string, values?: Record<string, string | number>): string => wordsFor('en').text(`config:${key}`, values)

/** The people and numbers a family needs, set by the council in one JSON file (COUNCIL_FILE). */
const council = z.strictObject({
  name: z.string().min(1),
  team: z.string().min(1),
  phone: z.string().min(5),
  hours: z.string().min(1),
  email: z.email(),
  post: z.array(z.string()).min(1),
  textRelay: z.string().min(3),
  website: z.url(),
  localOffer: z.url(),
  complaints: z.url(),
  sendiass: z.strictObject({ name: z.string().min(1), phone: z.string().min(5), website: z.url() }),
  mediation: z.strictObject({ name: z.string().min(1), phone: z.string().min(5), website: z.url() }),
  /** Postcode areas of the council, e.g. ["LS", "WF3"]: an address outside them is only remarked upon. */
  postcodes: z.array(z.string()).default([]),
  logo: z.string().optional(),
  colours: z.partialRecord(z.enum(Object.keys(defaultColours) as [keyof BrandColours]), z.string()).default({}),
})
export type Council = z.infer<typeof council>

const MB = 1024 * 1024
/** Two print while one answers pages, where the machine has as many processors. */
const sparePrinters = () => Math.max(1, Math.min(2, availableParallelism() - 1))
/** A family of several children may begin for each. */
const REQUESTS_AT_ONCE = 3
/** What is wrong with a setting that is none of what its schema takes, in our own words. */
const told = (key: string, values?: Record<string, string | number>) => ({ error: () => say(`settings.${key}`, values) })
const whole = (least: number, most = Infinity) => {
  const sentence = told(most === Infinity ? 'whole-from' : 'whole', { least, most })
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence)
}
const oneOf = <const Options extends readonly string[]>(options: Options) => z.enum(options, told('one-of', { options: options.join(', ') }))
const flag = oneOf(['on', 'off']).transform((value) => value === 'on')
const email = z.email(told('email'))
/** The address of `Anyborough Council <no-reply@anyborough.gov.uk>`, or the whole where it is nothing but an address. */
const addressIn = (sender: string) => /<([^<>]*)>$/.exec(sender.trim())?.[1] ?? sender
const sender = z.string().refine((text) => email.safeParse(addressIn(text)).success, told('sender'))
/** `name=secret` or `name+protected=secret`, several by commas: systems of the council, and which of them may see protected details. */
const apiKeys = z.string().transform((text, context) =>
  text
    .split(',')
    .filter(Boolean)
    .flatMap((entry) => {
      const match = /^\s*([\w-]+)(\+protected)?=(\S{24,})\s*$/.exec(entry)
      if (match) return [{ name: match[1] as string, maySeeProtected: Boolean(match[2]), secret: match[3] as string }]
      context.addIssue({ code: 'custom', message: say('api-keys') })
      return []
    }),
)

/** Every setting there is. */
const settings = {
  WAYMARK_MODE: oneOf(['demo', 'production']).default('production'),
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('data'),
  BASE_URL: z.url(told('base-url')).optional(),
  KEY_RING_FILE: z.string().optional(),
  COUNCIL_FILE: z.string().optional(),
  API_KEYS: apiKeys.default([]),
  COUNCIL_MAILBOX: email.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, ...told('smtp-url') }).optional(),
  MAIL_FROM: sender.optional(),
  CLAMD_SOCKET: z.string().optional(),
  UPLOAD_FILES: whole(1, 500).default(50),
  UPLOAD_MB: whole(1, 10_000).default(200),
  UPLOAD_FILE_MB: whole(1, 100).default(25),
  UPLOAD_VIDEO_MB: whole(1, 100).default(100),
  UPLOAD_DRAFTS_MB: whole(1, 100_000).optional(),
  UPLOAD_UNFINISHED_HOURS: whole(1, 720).default(24),
  PDF_WORKERS: whole(1, 16).default(sparePrinters),
  INVITATION_DAYS: whole(1, 42).default(15),
  INVITATION_OPEN_DAYS: whole(1, 365).default(30),
  TRUST_PROXY: whole(0, 5).default(0),
  LIMIT_BY_ADDRESS: flag.default(false),
  GUEST_DRAFTS: whole(1).default(30),
  LIMIT_PER_MINUTE: whole(10).default(240),
  ACCESSIBILITY_TESTED_ON: z.iso.date(told('date')).optional(),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
}
type Settings = z.output<z.ZodObject<typeof settings>>

export interface Config {
  readonly mode: 'demo' | 'production'
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The address families use, when the council has set one; otherwise http://localhost:PORT. */
  readonly baseUrl: string | undefined
  /** Undefined in the demo, which makes a file of its own. */
  readonly keyRing: KeyRing | undefined
  readonly council: Council
  readonly brand: Brand
  readonly apiKeys: readonly { readonly name: string; readonly maySeeProtected: boolean; readonly secret: string }[]
  readonly councilMailbox: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where ClamAV's daemon listens: a path, or host:port. Undefined only in a demo, which then says that nothing was scanned. */
  readonly clamd: string | undefined
  readonly uploadLimits: UploadLimits
  /** How many PDFs are printed at once. */
  readonly pdfWorkers: number
  readonly invitationDays: Services['invitationDays']
  readonly trustProxy: number
  readonly limitByAddress: boolean
  /** How many requests a browser may begin in a day before somebody signs in. */
  readonly guestDrafts: number
  readonly limitPerMinute: number
  readonly accessibilityTestedOn: string | undefined
  /** A level of pino, the log. */
  readonly logLevel: string
}

/** The key file that the demo makes; its name in a production setting is a fault. */
export const DEMO_KEY_FILE = 'demo-key-ring.txt'

/**
 * Reads the environment once.
 * @throws ConfigFault with every fault at once, a line each, naming the setting
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings && value !== ''))
  const right = readSettings(given, faults)
  const mode = environment.WAYMARK_MODE === 'demo' ? 'demo' : 'production'

  const councilFile = given.COUNCIL_FILE ?? (mode === 'demo' ? demoCouncilFile() : undefined)
  const councilRead = councilFile ? readCouncil(councilFile, faults) : undefined
  // The usual folder is not tried: commands that need no data run where none can be kept.
  if (given.DATA_DIR) checkFolder('DATA_DIR', given.DATA_DIR, faults)
  const keyRing = given.KEY_RING_FILE ? readKeyRing(given.KEY_RING_FILE, faults) : undefined
  if (right.UPLOAD_DRAFTS_MB !== undefined && right.UPLOAD_MB !== undefined && right.UPLOAD_DRAFTS_MB < right.UPLOAD_MB) faults.push(`UPLOAD_DRAFTS_MB: ${say('drafts-mb')}`)
  if (mode === 'production') {
    if (!councilFile) faults.push(`COUNCIL_FILE: ${say('council-file')}`)
    if (!given.KEY_RING_FILE) faults.push(`KEY_RING_FILE: ${say('key-ring-file')}`)
    if (keyRing?.keys.has(demoKeyName)) faults.push(`KEY_RING_FILE: ${say('demo-keys')}`)
    for (const name of ['BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'COUNCIL_MAILBOX', 'CLAMD_SOCKET'] as const) {
      if (!given[name]) faults.push(`${name}: ${say('needed')}`)
    }
    if (right.BASE_URL && !isSafe(new URL(right.BASE_URL))) faults.push(`BASE_URL: ${say('https')}`)
  }
  const brand = brandOf(councilRead)
  faults.push(...brandFaults(brand).map((fault) => `COUNCIL_FILE, colours: ${describe(fault)}`))
  if (faults.length > 0 || !councilRead) throw new ConfigFault(faults)
  // Nothing is wrong, so every setting is among those that are right.
  const values = right as Settings
  return {
    mode,
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    baseUrl: values.BASE_URL?.replace(/\/$/, ''),
    keyRing,
    council: councilRead,
    brand,
    apiKeys: values.API_KEYS,
    councilMailbox: values.COUNCIL_MAILBOX ?? councilRead.email,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? councilRead.email,
    clamd: values.CLAMD_SOCKET,
    uploadLimits: {
      files: values.UPLOAD_FILES,
      bytes: values.UPLOAD_MB * MB,
      fileBytes: values.UPLOAD_FILE_MB * MB,
      videoBytes: values.UPLOAD_VIDEO_MB * MB,
      draftBytes: (values.UPLOAD_DRAFTS_MB ?? REQUESTS_AT_ONCE * values.UPLOAD_MB) * MB,
      unfinishedHours: values.UPLOAD_UNFINISHED_HOURS,
    },
    pdfWorkers: values.PDF_WORKERS,
    invitationDays: { toAnswer: values.INVITATION_DAYS, openFor: values.INVITATION_OPEN_DAYS },
    trustProxy: values.TRUST_PROXY,
    limitByAddress: values.LIMIT_BY_ADDRESS,
    guestDrafts: values.GUEST_DRAFTS,
    limitPerMinute: values.LIMIT_PER_MINUTE,
    accessibilityTestedOn: values.ACCESSIBILITY_TESTED_ON,
    logLevel: values.LOG_LEVEL,
  }
}

/** The settings that are right. Each is read by itself, so that what is wrong with one hides nothing that is wrong with others. */
function readSettings(given: Readonly<Record<string, string | undefined>>, faults: string[]): Partial<Settings> {
  const right: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(settings)) {
    const read = schema.safeParse(given[name])
    if (read.success) right[name] = read.data
    else faults.push(`${name}: ${read.error.issues[0]?.message}`)
  }
  return right
}

/** Encrypted on the way, or never on a way: on this machine. */
const isSafe = ({ protocol, hostname }: URL) => protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))

const brandOf = (read: Council | undefined): Brand => ({
  councilName: read?.name ?? '',
  logoUrl: read?.logo,
  // A colour left out keeps the default; undefined never overwrites one.
  colours: { ...defaultColours, ...(read?.colours as Partial<BrandColours> | undefined) },
})

function describe(fault: ReturnType<typeof brandFaults>[number]): string {
  if (fault.code === 'not-a-colour') return say('not-a-colour', { colour: fault.colour, value: fault.value })
  const { pair, ratio, needed, suggestion } = fault
  const values = { pair: pair.join(' / '), ratio, needed }
  return suggestion ? say('low-contrast', { ...values, suggestion }) : say('no-contrast', values)
}

/** Every fault of the configuration, a line each. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super([say('faults', { count: faults.length }), ...faults.map((fault) => `  ${fault}`)].join('\n'))
  }
}

/** A folder or a file that a setting names and the disk says no to. */
export const diskFault = (setting: string, key: 'no-file' | 'no-folder', path: string, error: unknown): string =>
  `${setting}: ${say(key, { path, reason: (error as NodeJS.ErrnoException).code ?? '' })}`

function readText(setting: string, path: string, faults: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    faults.push(diskFault(setting, 'no-file', path, error))
    return undefined
  }
}

function checkFolder(setting: string, path: string, faults: string[]): void {
  try {
    tryFolder(resolve(path))
  } catch (error) {
    faults.push(diskFault(setting, 'no-folder', path, error))
  }
}

/** What is wrong with the text of a key ring, in words. */
export const keyFault = ({ entry, fault }: KeyRingError): string => say('key', { entry, why: say(`key-faults.${fault}`) })

function readKeyRing(path: string, faults: string[]): KeyRing | undefined {
  const text = readText('KEY_RING_FILE', path, faults)
  if (text === undefined) return undefined
  try {
    return parseKeyRing(text)
  } catch (error) {
    if (!(error instanceof KeyRingError)) throw error
    faults.push(`KEY_RING_FILE: ${keyFault(error)}`)
    return undefined
  }
}

function readCouncil(path: string, faults: string[]): Council | undefined {
  const text = readText('COUNCIL_FILE', path, faults)
  if (text === undefined) return undefined
  try {
    const parsed = council.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    faults.push(...parsed.error.issues.flatMap(councilFaults).map((fault) => `COUNCIL_FILE, ${fault}`))
  } catch {
    faults.push(`COUNCIL_FILE: ${say('not-json', { path })}`)
  }
  return undefined
}

/** An entry that is wrong or missing, or several that no council has. */
const councilFaults = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${[...issue.path, key].join('.')}: ${say('council-unknown')}`) : [`${issue.path.join('.') || 'top'}: ${say('council-entry')}`]

const demoCouncilFile = () => join(folderWith('db/demo-council.json'), 'db', 'demo-council.json')

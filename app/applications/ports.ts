import type { Answers } from '~/engine/form'
import type { Part } from '~/engine/parts'
import type { Typed } from '~/engine/kind'
import type { PrintJob } from '~/engine/print-job'
import type { Actor } from './actor'
import type { Application, Sent, Start } from './application'
import type { Establishments } from './establishments'
import type { Fact, NewFact } from './facts'
import type { ArrivingUpload, BeginUploadResult, CheckResult, NewUpload, Piece, Sealing, UploadAt, UploadToCheck } from './file-ports'
import type { Message, NewMessage } from './message'
import type { Invitations, NewInvitation, OverLetter } from './schools/invitation'
import type { Members } from './schools/member'
import type { By, Opening, RefusalCode, Upload, UploadLimits } from './uploads'

// What the portal needs from the world. Adapters and stores see only these types.

export type { Printed, PrintJob } from '~/engine/print-job'
export type { Application, Sent, Start } from './application'
export type { Message, NewMessage } from './message'
export type * from './file-ports'

/** An account holder. */
export interface Person {
  readonly id: string
  readonly email: string
}

/** A browser's session: opaque to the browser, kept as the SHA-256 of its token. */
export interface Session {
  readonly tokenHash: string
  readonly browser: string
  /** What its forms are marked with, from before it was opened until after sign-in. */
  readonly mark: string
  readonly person?: string
  readonly openedAt: string
  readonly seenAt: string
}

export type SaveResult = { readonly saved: Part } | { readonly clash: Part }

/** Unfinished typing on a part, kept beside its saved answers until the page is saved. */
export interface Unfinished {
  readonly typed: Readonly<Record<string, Typed>>
  /** The revision of the part that it was typed over: when the part has moved on since, somebody else saved it meanwhile. */
  readonly base: number
  readonly savedAt: string
}

export interface Entry {
  readonly fact: NewFact
  /** How many facts the caller had seen when it decided that this one may follow. */
  readonly after: number
  readonly sent?: Omit<Sent, 'fact'>
  readonly messages?: readonly NewMessage[]
  /** What its sender can find the application again by, in place of what it was: see find-request.ts. */
  readonly senders?: readonly string[]
  /** Nothing more is asked for: what schools may see of the request ends, with the email to those that were writing. */
  readonly endsInvitations?: OverLetter
  /** What a school sent unasked becomes an answer to this request. */
  readonly joins?: Omit<NewInvitation, 'message'> & { readonly request: string }
  /** A retry with the same key returns the fact recorded the first time. `request` is what was asked, as text: the store keeps only an index of it. */
  readonly idempotency?: { readonly key: string; readonly request: string }
}

/** `stale`: other facts came in between; read again and decide again. `key-reused`: same key, different request. */
export type RecordResult = { readonly recorded: Fact; readonly repeated: boolean } | { readonly refused: 'stale' | 'key-reused' | 'not-found' }

export interface CodeRequest {
  readonly browser: string
  readonly email: string
  readonly codeHash: string
  readonly linkHash: string
  readonly askedAt: string
  readonly expiresAt: string
  readonly message: NewMessage
}

export type CodeResult = { readonly person: string } | { readonly refused: 'wrong' | 'expired' | 'locked' | 'other-browser' }

/**
 * Whole atomic verbs over durable storage. Every verb that touches an application takes the Actor and sees only what that
 * actor may: a visitor the drafts of its browser, a person their own and those of a school that they belong to, a system what was sent, an operator
 * everything. What is not theirs is undefined, as if it did not exist. A promise that resolved is on the disk.
 */
export interface Store extends Establishments, Invitations, Members {
  // Applications
  /** Started again with the same id by the same actor, it is the application that was started the first time. */
  startApplication(actor: Actor, start: Start, at: string): Promise<Application | 'reference-taken'>
  /**
   * Begins an application that the council has already, on paper or by phone: its parts, the fact by which it came, what is frozen, the messages
   * and who may follow it (whoever signs in with the email `followedBy`), all at once. Again with the same id, it is what was begun the first time.
   */
  receive(
    actor: Actor,
    start: Start & { readonly followedBy?: string },
    entry: Pick<Entry, 'fact' | 'sent' | 'messages'>,
    at: string,
  ): Promise<{ readonly application: Application; readonly recorded: Fact; readonly repeated: boolean } | 'reference-taken'>
  /** Gives one that was sent without signing in, and is no person's yet, to the person who knows one of its `senders`. After ten wrong tries, to nobody. */
  giveToSender(actor: Actor, reference: string, known: string): Promise<boolean>
  application(actor: Actor, reference: string): Promise<Application | undefined>
  /** Their own, newest first. For a system or operator: those with facts recorded at or after `since`, oldest change first. */
  applications(actor: Actor, since?: { readonly at: string; readonly limit: number }): Promise<readonly Application[]>
  parts(actor: Actor, application: string): Promise<readonly Part[]>
  /**
   * Saves one part if its revision is still `base` (0: not there yet). Unfinished typing on it is forgotten only if it is what this form showed
   * (`typedAt`, its savedAt): what another device typed meanwhile stays. Like `saveUnfinished`, rejects with ApplicationFull.
   */
  savePart(
    actor: Actor,
    application: string,
    part: { name: string; answers: Answers | null; base: number; typedAt?: string | undefined },
    at: string,
  ): Promise<SaveResult | undefined>
  /** Empties parts, with what is typed on them, all or none: only while each is still at the revision `base` (0: not there yet). */
  removeParts(actor: Actor, application: string, parts: readonly { readonly name: string; readonly base: number }[], at: string): Promise<boolean>
  unfinished(actor: Actor, application: string, part: string): Promise<Unfinished | undefined>
  /** The parts with unfinished typing. */
  unfinishedParts(actor: Actor, application: string): Promise<readonly (Unfinished & { readonly part: string })[]>
  saveUnfinished(actor: Actor, application: string, part: string, typing: Pick<Unfinished, 'typed' | 'base'>, at: string): Promise<boolean>
  forgetUnfinished(actor: Actor, application: string, part: string): Promise<boolean>
  facts(actor: Actor, application: string): Promise<readonly Fact[]>
  sent(actor: Actor, application: string): Promise<readonly Sent[]>
  record(actor: Actor, application: string, entry: Entry, at: string): Promise<RecordResult>

  // Files
  /** Every file that was sent with an application, first begun first. */
  uploads(actor: Actor, application: string): Promise<readonly Upload[]>
  /**
   * Makes room for a file. One that never arrived can be begun again under the same id; then its first sender is too late. One that arrives in
   * pieces (`expected`) is gone on with when the same file is begun again.
   */
  beginUpload(actor: Actor, application: string, upload: NewUpload, limits: Pick<UploadLimits, 'files' | 'bytes' | 'draftBytes'>, at: string): Promise<BeginUploadResult>
  /** A file that is on its way; undefined when it arrived or was given up. */
  uploadArriving(actor: Actor, application: string, upload: string): Promise<ArrivingUpload | undefined>
  /** Another piece of a file is on the disk. Gives how much of it is there now; undefined when this piece is not the next, or nobody waits for it: then its object is nobody's. */
  uploadGrew(actor: Actor, application: string, upload: UploadAt, piece: Piece, at: string): Promise<number | undefined>
  /**
   * Its bytes are on the disk, or it is refused. It is refused as well when others took its room meanwhile. The same bytes under the same name
   * that came before are given instead, and undefined when it was begun again or is gone: then the object is nobody's.
   */
  uploadArrived(
    actor: Actor,
    application: string,
    upload: UploadAt,
    arrived: { readonly size: number; readonly hash: string } | { readonly refused: RefusalCode },
    limits: Pick<UploadLimits, 'bytes' | 'draftBytes'>,
    at: string,
  ): Promise<Upload | undefined>
  /** The sender went away before it arrived whole: as if it had never begun. */
  dropUpload(actor: Actor, application: string, upload: UploadAt): Promise<boolean>
  /** Keeps what is said about a file if its revision is still `base`, with the messages that go with it. */
  describeUpload(
    actor: Actor,
    application: string,
    upload: string,
    described: Pick<Upload, 'details' | 'mayMeanDanger'> & { readonly base: number; readonly messages?: readonly NewMessage[] },
    at: string,
  ): Promise<{ readonly saved: Upload } | { readonly clash: Upload } | undefined>
  /** Takes a file back: from a draft with its record, from what was sent with its bytes only. Gives the objects that are nobody's now. */
  removeUpload(actor: Actor, application: string, upload: string, at: string): Promise<{ readonly objects: readonly string[] } | undefined>
  /** Writes down who opens a file, if somebody does, and gives what is needed to read it. Undefined unless it is ready. */
  openUpload(actor: Actor, application: string, upload: string, by: By | undefined, at: string): Promise<(UploadAt & { readonly upload: Upload; readonly sealing: Sealing }) | undefined>
  /** What is needed to show a picture of a page (1 is the first). Undefined unless its file is ready. Writes down a look of whoever has not opened the file before. */
  uploadPicture(actor: Actor, application: string, upload: string, page: number, look?: { readonly by: By; readonly at: string }): Promise<{ readonly object: string; readonly size: number; readonly sealing: Sealing } | undefined>
  /** Who opened the files of an application, first first. */
  openings(actor: Actor, application: string): Promise<readonly Opening[]>
  /** Files in quarantine that are due, oldest first. Nobody else is given them until `heldUntil`. */
  uploadsToCheck(at: string, heldUntil: string, limit: number): Promise<readonly UploadToCheck[]>
  /** The server has started: what the checker of its last run had to itself is due now. Returns how many. */
  checkAgain(at: string): Promise<number>
  /** Keeps what a check found, if it is still this object that waits, with the messages that tell of it. */
  uploadChecked(upload: UploadAt, result: CheckResult, at: string, messages?: readonly NewMessage[]): Promise<boolean>
  /** Forgets files that never arrived, and of which nothing came since. Returns how many. */
  forgetArriving(quietSince: string): Promise<number>
  /** Those of these objects that a record names. */
  namedObjects(objects: readonly string[]): Promise<readonly string[]>

  // People and sessions
  /** Gives the session that is open now: one that is open already stays as it is, since a browser may post twice at once. */
  openSession(session: Session): Promise<Session>
  session(tokenHash: string): Promise<Session | undefined>
  seeSession(tokenHash: string, at: string): Promise<void>
  closeSession(tokenHash: string): Promise<void>
  askForCode(request: CodeRequest): Promise<void>
  /**
   * Tries a code (with the browser's latest request) or a link. Right: uses it up, makes the person if new, gives them what was begun in
   * this browser if they `claim` it, replaces the old session by the new one with the same mark, all at once. Five wrong tries lock a request.
   */
  signIn(attempt: {
    browser: string
    proof: { codeHash: string } | { linkHash: string }
    at: string
    claim: boolean
    oldTokenHash?: string
    newTokenHash: string
    newBrowser: string
  }): Promise<CodeResult>
  person(actor: Actor): Promise<Person | undefined>

  // Outbox
  messagesToSend(at: string, limit: number): Promise<readonly Message[]>
  messageSent(id: string, at: string): Promise<void>
  /** It is about to be handed over. If nothing is said of it by then, it is tried again at `retryAt`. */
  messageTried(id: string, retryAt: string): Promise<void>
  /** It will not be tried again. */
  messageGivenUp(id: string, at: string): Promise<void>
  /** When we gave up the newest email to the family of a request; undefined if it went, or waits. */
  unreachedSince(actor: Actor, application: string): Promise<string | undefined>
  /** How many emails wait, since when the oldest has, and how many we gave up. */
  mailStanding(): Promise<{ readonly waiting: number; readonly oldestAt?: string; readonly givenUp: number }>
  /** The development mailbox: the newest messages. */
  newestMessages(limit: number): Promise<readonly Message[]>

  // Housekeeping
  /**
   * Deletes drafts last saved before `draftsBefore`, sessions and codes that ended before `sessionsBefore`, messages sent before
   * `messagesBefore` or given up before `undeliveredBefore`, and then people who have no application and no session, and belonged to no school. Returns how many drafts went.
   */
  forget(limits: Readonly<Record<'draftsBefore' | 'guestDraftsBefore' | 'sessionsBefore' | 'messagesBefore' | 'undeliveredBefore', string>>): Promise<number>
  /** What this store was made for; written at the first start. */
  purpose(): Promise<'demo' | 'production' | undefined>
  setPurpose(purpose: 'demo' | 'production'): Promise<void>
  /** Proves that the store can write now. */
  ping(at: string): Promise<void>
  close(): Promise<void>
}

/** The most bytes that the answers of an application and its unfinished typing may take up together, as they are stored. */
export const MOST_BYTES = 8 * 1024 * 1024

export interface Mailer {
  /** Rejects when the message could not be handed over: with MailRefused if it never will be, else it is tried again later. */
  send(message: Message): Promise<void>
}

export interface Clock {
  /** Now, as an ISO instant. */
  now(): string
  /** Today's calendar date in London, 'YYYY-MM-DD'. */
  today(): string
}

export interface Printer {
  /**
   * The bytes of a PDF. Rejects with PrinterSlow, PrinterBusy or PrinterFailed; the HTML print page is offered instead.
   * @param patience how many milliseconds to wait for it; without it, as long as it takes
   */
  print(job: PrintJob, patience?: number): Promise<Uint8Array>
  /** What is known of a paper that was printed and kept; undefined where nobody knows yet. Prints nothing. */
  kept(job: PrintJob): Promise<KeptPaper | undefined>
  close(): Promise<void>
}

export interface KeptPaper {
  readonly pages: number
  readonly bytes: number
}

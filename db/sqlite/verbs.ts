import Sqlite from 'better-sqlite3'
import { StoreUnavailable } from '~/applications/failures'
import type { Store } from '~/applications/ports'

/** Verbs of the store as they are written here: SQLite answers at once, promises are made of them at the end. */
export type Verbs<Names extends keyof Store> = { readonly [Name in Names]: (...args: Parameters<Store[Name]>) => Awaited<ReturnType<Store[Name]>> }

// Disk full, read-only, another writer for too long, no memory, damaged: https://www.sqlite.org/rescode.html
const unavailable = /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|NOMEM|PERM|CORRUPT|NOTADB)/

const isUnavailable = (error: unknown): error is Error =>
  error instanceof Sqlite.SqliteError ? unavailable.test(error.code) : error instanceof Error && 'syscall' in error

/**
 * Runs work on the database.
 * @throws StoreUnavailable when the database or its folder cannot be read or written now
 */
export function withSqlite<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw isUnavailable(error) ? new StoreUnavailable(error.message, { cause: error }) : error
  }
}

/** The store: the same verbs as promises. */
export function promised(verbs: Verbs<keyof Store>): Store {
  const promise =
    <Args extends unknown[], Result>(verb: (...args: Args) => Result) =>
    async (...args: Args) =>
      withSqlite(() => verb(...args))
  return {
    startApplication: promise(verbs.startApplication),
    receive: promise(verbs.receive),
    giveToSender: promise(verbs.giveToSender),
    application: promise(verbs.application),
    applications: promise(verbs.applications),
    parts: promise(verbs.parts),
    savePart: promise(verbs.savePart),
    removeParts: promise(verbs.removeParts),
    unfinished: promise(verbs.unfinished),
    unfinishedParts: promise(verbs.unfinishedParts),
    saveUnfinished: promise(verbs.saveUnfinished),
    forgetUnfinished: promise(verbs.forgetUnfinished),
    facts: promise(verbs.facts),
    sent: promise(verbs.sent),
    record: promise(verbs.record),
    uploads: promise(verbs.uploads),
    beginUpload: promise(verbs.beginUpload),
    uploadArriving: promise(verbs.uploadArriving),
    uploadGrew: promise(verbs.uploadGrew),
    uploadArrived: promise(verbs.uploadArrived),
    dropUpload: promise(verbs.dropUpload),
    describeUpload: promise(verbs.describeUpload),
    removeUpload: promise(verbs.removeUpload),
    openUpload: promise(verbs.openUpload),
    uploadPicture: promise(verbs.uploadPicture),
    openings: promise(verbs.openings),
    uploadsToCheck: promise(verbs.uploadsToCheck),
    checkAgain: promise(verbs.checkAgain),
    uploadChecked: promise(verbs.uploadChecked),
    forgetArriving: promise(verbs.forgetArriving),
    namedObjects: promise(verbs.namedObjects),
    listEstablishments: promise(verbs.listEstablishments),
    findEstablishments: promise(verbs.findEstablishments),
    establishment: promise(verbs.establishment),
    invite: promise(verbs.invite),
    invitations: promise(verbs.invitations),
    takeBack: promise(verbs.takeBack),
    evidence: promise(verbs.evidence),
    openEvidence: promise(verbs.openEvidence),
    evidencePicture: promise(verbs.evidencePicture),
    invitation: promise(verbs.invitation),
    invitationsTo: promise(verbs.invitationsTo),
    accept: promise(verbs.accept),
    decline: promise(verbs.decline),
    endInvitations: promise(verbs.endInvitations),
    addMember: promise(verbs.addMember),
    removeMember: promise(verbs.removeMember),
    outsiders: promise(verbs.outsiders),
    members: promise(verbs.members),
    schoolsOf: promise(verbs.schoolsOf),
    schoolApplications: promise(verbs.schoolApplications),
    giveSection: promise(verbs.giveSection),
    sectionsGiven: promise(verbs.sectionsGiven),
    openSession: promise(verbs.openSession),
    session: promise(verbs.session),
    seeSession: promise(verbs.seeSession),
    closeSession: promise(verbs.closeSession),
    askForCode: promise(verbs.askForCode),
    signIn: promise(verbs.signIn),
    person: promise(verbs.person),
    messagesToSend: promise(verbs.messagesToSend),
    messageSent: promise(verbs.messageSent),
    messageTried: promise(verbs.messageTried),
    messageGivenUp: promise(verbs.messageGivenUp),
    unreachedSince: promise(verbs.unreachedSince),
    mailStanding: promise(verbs.mailStanding),
    newestMessages: promise(verbs.newestMessages),
    forget: promise(verbs.forget),
    purpose: promise(verbs.purpose),
    setPurpose: promise(verbs.setPurpose),
    ping: promise(verbs.ping),
    close: promise(verbs.close),
  }
}

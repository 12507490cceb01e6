import { and, asc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Sealing } from '~/applications/ports'
import type { By, Opening, RefusalCode, Upload } from '~/applications/uploads'
import { open, seal, type DataKey } from '../seal'
import { openStream, sealStream } from '../seal-stream'
import type { DataKeys } from './data-keys'
import type { Database } from './database'
import type { Held } from './held'
import type { Outbox } from './outbox'
import { applications, invitations, openings, uploadObjects, uploads } from './schema'
import { uploadRoom } from './upload-room'
import type { UploadRows } from './upload-rows'
import type { Verbs } from './verbs'

const sealingBy = (key: DataKey): Sealing => ({
  seal: (object, bytes) => sealStream(key, object, bytes),
  open: (object, sealed) => openStream(key, object, sealed),
})
const openedPlace = (upload: string, at: string) => ({ table: 'openings', column: 'opened_by', row: `${upload}/${at}` })

/** Whether the same file is announced again, from the same device: its name, its size and when it was saved there are the same. */
const isSameFile = (one: Pick<Upload, 'name' | 'expected' | 'replaces'>, other: Pick<Upload, 'name' | 'expected' | 'replaces'>): boolean =>
  one.expected !== undefined &&
  one.name === other.name &&
  one.replaces === other.replaces &&
  one.expected.size === other.expected?.size &&
  one.expected.modified === other.expected.modified

type FamilyVerbs = Verbs<'uploads' | 'beginUpload' | 'uploadArriving' | 'uploadGrew' | 'uploadArrived' | 'dropUpload' | 'describeUpload' | 'removeUpload' | 'openUpload' | 'uploadPicture' | 'openings'>

/** The files of an application, for whoever holds it. */
export function uploadVerbs({ db, write }: Database, held: Held, rows: UploadRows, outbox: Outbox): FamilyVerbs {
  const sentAt = (application: string) => db.select({ sentAt: applications.sentAt }).from(applications).where(eq(applications.id, application)).get()?.sentAt

  const putOpening = (key: DataKey, upload: string, by: By, at: string) => void db.insert(openings).values({ upload, by: seal(key, openedPlace(upload, at), by), at }).run()
  const openingsIn = db
    .select({ upload: openings.upload, by: openings.by, at: openings.at })
    .from(openings)
    .innerJoin(uploads, eq(uploads.id, openings.upload))
    .where(eq(uploads.application, sql.placeholder('application')))
    .orderBy(asc(openings.place))
    .prepare()
  const openingsOf = (key: DataKey, application: string): readonly Opening[] =>
    openingsIn.all({ application }).map(({ upload, by, at }) => ({ upload, at, by: open(key, openedPlace(upload, at), by) as By }))

  return {
    uploads(actor, application) {
      const key = held(actor, application)
      return key ? rows.all(application).map((row) => rows.opened(key, row)) : []
    },

    beginUpload: (actor, application, { object, ...start }, { files, ...limits }, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return { refused: 'not-found' }
        const [all, known] = [rows.all(application), rows.one(application, start.id)]
        if (known && known.state !== 'arriving') return { repeated: rows.opened(key, known) }
        const others = all.filter((each) => each.id !== start.id)
        const before = all.filter(({ state }) => state === 'arriving').map((row) => rows.opened(key, row)).find((each) => isSameFile(each, start))
        if (before) return { repeated: before }
        if (others.filter((each) => each.state !== 'removed').length >= files) return { refused: 'too-many' }
        const begun: Upload = { ...start, state: 'arriving', size: start.expected?.size ?? 0, beganAt: at, changedAt: at, revision: 0 }
        if (known) db.delete(uploads).where(eq(uploads.id, known.id)).run()
        // An id that belongs to another application is taken.
        else if (db.select({ id: uploads.id }).from(uploads).where(eq(uploads.id, start.id)).get()) return { refused: 'not-found' }
        rows.put(key, application, begun, object)
        return { begun, ...uploadRoom({ db }, application, start.id, limits), sealing: sealingBy(key) }
      }),

    uploadArriving(actor, application, id) {
      const key = held(actor, application)
      const row = key && rows.one(application, id)
      if (!key || row?.state !== 'arriving' || row.object === null) return undefined
      return { id, object: row.object, upload: rows.opened(key, row), objects: rows.objects(id, 'piece'), sealing: sealingBy(key) }
    },

    uploadGrew: (actor, application, { id, object }, piece, at) =>
      write(() => {
        const key = held(actor, application)
        const row = rows.one(application, id)
        const { expected } = key && row?.object === object && row.state === 'arriving' ? rows.opened(key, row) : {}
        if (!key || !row || expected?.came !== piece.from || piece.from + piece.size > expected.size) return undefined
        const came = piece.from + piece.size
        db.insert(uploadObjects).values({ object: piece.object, upload: id, kind: 'piece', place: piece.from, size: piece.size }).run()
        rows.change(key, row, { expected: { ...expected, came } }, at)
        return came
      }),

    uploadArrived: (actor, application, { id, object }, arrived, limits, at) =>
      write(() => {
        const key = held(actor, application)
        const row = rows.one(application, id)
        if (!key || row?.object !== object || row.state !== 'arriving') return undefined
        const refuse = (refused: RefusalCode) => {
          rows.forgetObjects(id, 'piece')
          return rows.change(key, row, { state: 'refused', refused, object: null, size: 0 }, at)
        }
        if ('refused' in arrived) return refuse(arrived.refused)
        const name = rows.opened(key, row).name
        const others = rows.all(application).filter((each) => each.id !== id)
        const same = others.filter((each) => each.state === 'checking' || each.state === 'ready').map((each) => rows.opened(key, each))
        const before = same.find((each) => each.hash === arrived.hash && each.name === name)
        if (before) {
          db.delete(uploads).where(eq(uploads.id, id)).run()
          return before
        }
        const { room, beyond } = uploadRoom({ db }, application, id, limits)
        if (arrived.size > room) return refuse(beyond)
        return rows.change(key, row, { state: 'checking', ...arrived, arrivedAt: at, dueAt: at }, at)
      }),

    dropUpload: (actor, application, { id, object }) =>
      write(() => {
        if (!held(actor, application)) return false
        const isThis = and(eq(uploads.application, application), eq(uploads.id, id), eq(uploads.object, object), eq(uploads.state, 'arriving'))
        return db.delete(uploads).where(isThis).run().changes > 0
      }),

    describeUpload: (actor, application, id, { base, messages = [], ...said }, at) =>
      write(() => {
        const key = held(actor, application)
        const row = key && rows.one(application, id)
        if (!key || !row || row.state === 'removed') return undefined
        if (row.revision !== base) return { clash: rows.opened(key, row) }
        for (const message of messages) outbox.put(message, at)
        return { saved: rows.change(key, row, { ...said, revision: base + 1 }, at) }
      }),

    removeUpload: (actor, application, id, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return undefined
        const row = rows.one(application, id)
        if (!row) return { objects: [] }
        const gone = { objects: [...(row.object === null ? [] : [row.object]), ...rows.objects(id)] }
        rows.forgetObjects(id)
        // What the council never had, or could never open, leaves no trace.
        const wasTheirs = sentAt(application) && (row.state === 'ready' || row.state === 'removed')
        if (wasTheirs) rows.change(key, row, { state: 'removed', object: null }, at)
        else db.delete(uploads).where(eq(uploads.id, id)).run()
        return gone
      }),

    openUpload: (actor, application, id, by, at) =>
      write(() => {
        const key = held(actor, application)
        const row = key && rows.one(application, id)
        if (!key || row?.state !== 'ready' || row.object === null) return undefined
        if (by) putOpening(key, id, by, at)
        return { id, object: row.object, upload: rows.opened(key, row), sealing: sealingBy(key) }
      }),

    uploadPicture(actor, application, id, page, look) {
      const key = held(actor, application)
      const row = key && rows.one(application, id)
      if (!key || row?.state !== 'ready') return undefined
      const isThis = and(eq(uploadObjects.upload, id), eq(uploadObjects.kind, 'page'), eq(uploadObjects.place, page))
      const found = db.select({ object: uploadObjects.object, size: uploadObjects.size }).from(uploadObjects).where(isThis).get()
      const knew = ({ by, upload }: Opening) => upload === id && by.role === look?.by.role && by.who === look.by.who && by.isAsker === look.by.isAsker
      if (found && look && !openingsOf(key, application).some(knew)) write(() => putOpening(key, id, look.by, look.at))
      return found && { ...found, sealing: sealingBy(key) }
    },

    openings(actor, application) {
      const key = held(actor, application)
      return key ? openingsOf(key, application) : []
    },
  }
}

type CheckVerbs = Verbs<'uploadsToCheck' | 'checkAgain' | 'uploadChecked' | 'forgetArriving' | 'namedObjects'>

/** Checking what arrived, and keeping records and objects together: the server's own work. */
export function uploadCheckVerbs({ db, write }: Database, keys: DataKeys, rows: UploadRows, outbox: Outbox): CheckVerbs {
  const keyOf = (application: string): DataKey | undefined => {
    const found = db.select({ kid: applications.kid, wrapped: applications.wrapped }).from(applications).where(eq(applications.id, application)).get()
    return found && keys.of('applications', application, found)
  }
  const sentAsOf = (application: string): { sentAs?: string; sentFor?: string } => {
    const found = db.select({ reference: applications.reference, sentAt: applications.sentAt }).from(applications).where(eq(applications.id, application)).get()
    if (!found?.sentAt) return {}
    const asked = db.select({ reference: applications.reference }).from(invitations).innerJoin(applications, eq(applications.id, invitations.application)).where(eq(invitations.answer, application)).get()
    return { sentAs: found.reference, ...(asked && { sentFor: asked.reference }) }
  }
  return {
    uploadsToCheck: (at, heldUntil, limit) =>
      write(() => {
        const due = db
          .select()
          .from(uploads)
          .where(and(eq(uploads.state, 'checking'), lte(uploads.dueAt, at)))
          .orderBy(asc(uploads.dueAt), asc(uploads.place))
          .limit(limit)
          .all()
        return due.flatMap((row) => {
          const key = keyOf(row.application)
          if (!key || row.object === null) return []
          db.update(uploads).set({ dueAt: heldUntil }).where(eq(uploads.id, row.id)).run()
          const { id, object, failures, size, application } = row
          const pieces = rows.objects(id, 'piece')
          return [{ id, object, objects: pieces.length > 0 ? pieces : [object], failures, size, name: rows.opened(key, row).name, sealing: sealingBy(key), ...sentAsOf(application) }]
        })
      }),

    checkAgain: (at) => write(() => db.update(uploads).set({ dueAt: at }).where(and(eq(uploads.state, 'checking'), gt(uploads.dueAt, at))).run().changes),

    uploadChecked: ({ id, object }, result, at, messages = []) =>
      write(() => {
        const row = db.select().from(uploads).where(and(eq(uploads.id, id), eq(uploads.object, object), eq(uploads.state, 'checking'))).get()
        const key = row && keyOf(row.application)
        if (!row || !key) return false
        if ('retryAt' in result) db.update(uploads).set({ dueAt: result.retryAt, failures: row.failures + (result.brokeDown ? 1 : 0) }).where(eq(uploads.id, id)).run()
        else {
          rows.forgetObjects(id, 'piece')
          if ('refused' in result) rows.change(key, row, { state: 'refused', refused: result.refused, object: null, size: 0 }, at)
          else {
            const { painted, ...ready } = result.ready
            for (const [index, picture] of (painted?.pictures ?? []).entries()) db.insert(uploadObjects).values({ ...picture, upload: id, kind: 'page', place: index + 1 }).run()
            rows.change(key, row, { state: 'ready', ...ready, ...(painted && { pages: painted.pages, pictures: painted.pictures.length }) }, at)
          }
        }
        for (const message of messages) outbox.put(message, at)
        return true
      }),

    forgetArriving: (quietSince) => write(() => db.delete(uploads).where(and(eq(uploads.state, 'arriving'), lt(uploads.changedAt, quietSince))).run().changes),

    namedObjects: (objects) =>
      [
        ...db.select({ object: sql<string>`${uploads.object}` }).from(uploads).where(inArray(uploads.object, [...objects])).all(),
        ...db.select({ object: uploadObjects.object }).from(uploadObjects).where(inArray(uploadObjects.object, [...objects])).all(),
      ].map((each) => each.object),
  }
}

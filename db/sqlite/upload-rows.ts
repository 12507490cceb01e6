import { and, asc, eq, sql } from 'drizzle-orm'
import { uploadStates, type Upload } from '~/applications/uploads'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import { applications, uploadObjects, uploads } from './schema'

/** The sealed part of a record: everything that says something about the file. */
type About = Pick<Upload, 'name' | 'arrivedAt' | 'by' | 'details' | 'mayMeanDanger' | 'hash' | 'type' | 'scanned' | 'refused' | 'replaces' | 'about' | 'expected' | 'pages' | 'pictures'>
export type UploadRow = typeof uploads.$inferSelect

/** What of a record can be changed. */
export type UploadChange = Partial<Pick<Upload, 'state' | 'size' | 'revision'> & About> & Partial<Pick<UploadRow, 'object' | 'dueAt'>>

const placeOf = (id: string) => ({ table: 'uploads', column: 'about', row: id })

/** Records of files as rows: sealed when put, opened when read. */
export interface UploadRows {
  all(application: string): readonly UploadRow[]
  one(application: string, id: string): UploadRow | undefined
  opened(key: DataKey, row: UploadRow): Upload
  put(key: DataKey, application: string, upload: Upload, object: string): void
  /** The record after the change. When the request was sent, other systems learn that something changed. */
  change(key: DataKey, row: UploadRow, change: UploadChange, at: string): Upload
  /** The other objects of a file, of one kind or all, in order. */
  objects(id: string, kind?: ObjectKind): readonly string[]
  forgetObjects(id: string, kind?: ObjectKind): void
}

type ObjectKind = (typeof uploadObjects.$inferSelect)['kind']

export function uploadRowsIn({ db }: Database): UploadRows {
  const ofApplication = eq(uploads.application, sql.placeholder('application'))
  const all = db.select().from(uploads).where(ofApplication).orderBy(uploads.place).prepare()
  const one = db.select().from(uploads).where(and(ofApplication, eq(uploads.id, sql.placeholder('id')))).prepare()

  const opened = (key: DataKey, row: UploadRow): Upload => {
    const state = uploadStates.find((each) => each === row.state)
    if (!state) throw new Error(`There is no state ${row.state}`)
    const { id, size, revision, beganAt, changedAt } = row
    return { id, state, size, revision, beganAt, changedAt, ...(open(key, placeOf(row.id), row.about) as About) }
  }
  /** What is still on its way is no news. No time goes back: other systems ask for what changed since. */
  const touch = (application: string, state: Upload['state'], at: string) =>
    db
      .update(applications)
      .set({
        savedAt: sql`max(${applications.savedAt}, ${at})`,
        ...(state !== 'arriving' && { changedAt: sql`case when ${applications.sentAt} is null then ${applications.changedAt} else max(${applications.changedAt}, ${at}) end` }),
      })
      .where(eq(applications.id, application))
      .run()

  const ofUpload = (id: string, kind?: ObjectKind) => and(eq(uploadObjects.upload, id), kind && eq(uploadObjects.kind, kind))

  return {
    objects: (id, kind) =>
      db.select({ object: uploadObjects.object }).from(uploadObjects).where(ofUpload(id, kind)).orderBy(asc(uploadObjects.kind), asc(uploadObjects.place)).all().map(({ object }) => object),
    forgetObjects: (id, kind) => void db.delete(uploadObjects).where(ofUpload(id, kind)).run(),
    all: (application) => all.all({ application }),
    one: (application, id) => one.get({ application, id }),
    opened,
    put(key, application, { id, state, size, revision, beganAt, changedAt, ...about }, object) {
      db.insert(uploads)
        .values({ id, application, state, object, size, revision, beganAt, changedAt, about: seal(key, placeOf(id), about), failures: 0 })
        .run()
      touch(application, state, changedAt)
    },
    change(key, row, { object, dueAt, ...change }, at) {
      const { id, state, size, revision, beganAt, changedAt, expected, ...rest } = { ...opened(key, row), ...change, changedAt: at }
      // What was expected is of use only until it has come.
      const about = { ...rest, ...(state === 'arriving' && expected && { expected }) }
      const clear = { ...(object !== undefined && { object }), ...(dueAt !== undefined && { dueAt }) }
      db.update(uploads).set({ state, size, revision, changedAt, about: seal(key, placeOf(id), about), ...clear }).where(eq(uploads.id, id)).run()
      touch(row.application, state, at)
      return { id, state, size, revision, beganAt, changedAt, ...about }
    },
  }
}

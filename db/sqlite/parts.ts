import { and, eq, sql } from 'drizzle-orm'
import { ApplicationFull } from '~/applications/failures'
import { MOST_BYTES, type Unfinished } from '~/applications/ports'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import type { Held } from './held'
import type { PartRows } from './part-rows'
import { applications, unfinished } from './schema'
import type { Verbs } from './verbs'

const typedPlace = (application: string, part: string) => ({ table: 'unfinished', column: 'typed', row: `${application}/${part}` })

/** The answers of an application, part by part, and what is typed but not yet saved. */
export function partVerbs(
  { db, write }: Database,
  held: Held,
  partRows: PartRows,
): Verbs<'parts' | 'savePart' | 'removeParts' | 'unfinished' | 'unfinishedParts' | 'saveUnfinished' | 'forgetUnfinished'> {
  const ofPart = and(eq(unfinished.application, sql.placeholder('application')), eq(unfinished.part, sql.placeholder('part')))
  const typedOf = db.select().from(unfinished).where(ofPart).prepare()
  const allTyped = db.select().from(unfinished).where(eq(unfinished.application, sql.placeholder('application'))).orderBy(unfinished.savedAt).prepare()
  const forgetTyped = db.delete(unfinished).where(ofPart).prepare()
  const forgetShown = db.delete(unfinished).where(and(ofPart, eq(unfinished.savedAt, sql.placeholder('typedAt')))).prepare()
  const keepTyped = db
    .insert(unfinished)
    .values({
      application: sql.placeholder('application'),
      part: sql.placeholder('part'),
      typed: sql.placeholder('typed'),
      savedAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({ target: [unfinished.application, unfinished.part], set: { typed: sql`excluded.typed`, savedAt: sql`excluded.saved_at` } })
    .prepare()
  const savedNow = db
    .update(applications)
    .set({ savedAt: sql`${sql.placeholder('at')}` })
    .where(eq(applications.id, sql.placeholder('application')))
    .prepare()

  const sizeOf = db.select({ size: applications.size }).from(applications).where(eq(applications.id, sql.placeholder('application'))).prepare()
  const size = (application: string) => sizeOf.get({ application })?.size ?? 0
  /** Writes what may not fit: then all of it is taken back. What makes an application smaller always fits. */
  const writeWithin = <Result>(application: string, work: () => Result): Result =>
    write(() => {
      const before = size(application)
      const result = work()
      const after = size(application)
      if (after > MOST_BYTES && after > before) throw new ApplicationFull()
      return result
    })

  type Row = typeof unfinished.$inferSelect
  const opened = (key: DataKey, { application, part, typed, savedAt }: Row): Unfinished & { part: string } => ({
    part,
    ...(open(key, typedPlace(application, part), typed) as Pick<Unfinished, 'typed' | 'base'>),
    savedAt,
  })

  return {
    parts(actor, application) {
      const key = held(actor, application)
      return key ? partRows.all(key, application) : []
    },

    savePart: (actor, application, { name, answers, base, typedAt }, at) =>
      writeWithin(application, () => {
        const key = held(actor, application)
        if (!key) return undefined
        const stored = partRows.one(key, application, name) ?? { name, answers: null, revision: 0 }
        if (stored.revision !== base) return { clash: stored }
        const saved = { name, answers, revision: base + 1 }
        partRows.put(key, application, saved)
        if (typedAt !== undefined) forgetShown.run({ application, part: name, typedAt })
        savedNow.run({ application, at })
        return { saved }
      }),

    removeParts: (actor, application, removed, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return false
        if (removed.some(({ name, base }) => (partRows.one(key, application, name)?.revision ?? 0) !== base)) return false
        for (const { name, base } of removed) {
          partRows.put(key, application, { name, answers: null, revision: base + 1 })
          forgetTyped.run({ application, part: name })
        }
        savedNow.run({ application, at })
        return true
      }),

    unfinished(actor, application, part) {
      const key = held(actor, application)
      const row = key && typedOf.get({ application, part })
      if (!row) return undefined
      const { part: _part, ...typing } = opened(key, row)
      return typing
    },

    unfinishedParts(actor, application) {
      const key = held(actor, application)
      return key ? allTyped.all({ application }).map((row) => opened(key, row)) : []
    },

    saveUnfinished: (actor, application, part, typing, at) =>
      writeWithin(application, () => {
        const key = held(actor, application)
        if (!key) return false
        keepTyped.run({ application, part, typed: seal(key, typedPlace(application, part), typing), at })
        savedNow.run({ application, at })
        return true
      }),

    forgetUnfinished: (actor, application, part) =>
      write(() => {
        if (!held(actor, application)) return false
        forgetTyped.run({ application, part })
        return true
      }),
  }
}

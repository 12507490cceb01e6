import { and, asc, eq, sql } from 'drizzle-orm'
import type { Store } from '~/applications/ports'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import { parts } from './schema'

export type Part = Awaited<ReturnType<Store['parts']>>[number]

const placeOf = (application: string, name: string) => ({ table: 'parts', column: 'answers', row: `${application}/${name}` })

/** Parts as rows: sealed when put, opened when their answers are read, since a page needs those of few. */
export interface PartRows {
  all(key: DataKey, application: string): readonly Part[]
  one(key: DataKey, application: string, name: string): Part | undefined
  put(key: DataKey, application: string, part: Part): void
}

/** A part whose answers are opened when they are first read. All have one getter: V8 would make a shape for each object that had one of its own. */
class SealedPart implements Part {
  declare readonly answers: Part['answers']
  #opened: { readonly answers: Part['answers'] } | undefined
  readonly #open: () => Part['answers']
  static readonly #whenRead: PropertyDescriptor & ThisType<SealedPart> = {
    enumerable: true,
    get() {
      this.#opened ??= { answers: this.#open() }
      return this.#opened.answers
    },
  }

  constructor(
    readonly name: string,
    readonly revision: number,
    open: () => Part['answers'],
  ) {
    this.#open = open
    Object.defineProperty(this, 'answers', SealedPart.#whenRead)
  }
}

export function partRowsIn({ db }: Database): PartRows {
  const columns = { name: parts.name, answers: parts.answers, revision: parts.revision }
  const ofApplication = eq(parts.application, sql.placeholder('application'))
  const all = db.select(columns).from(parts).where(ofApplication).orderBy(asc(parts.place)).prepare()
  const one = db.select(columns).from(parts).where(and(ofApplication, eq(parts.name, sql.placeholder('name')))).prepare()
  const put = db
    .insert(parts)
    .values({
      application: sql.placeholder('application'),
      name: sql.placeholder('name'),
      answers: sql.placeholder('answers'),
      revision: sql.placeholder('revision'),
    })
    .onConflictDoUpdate({ target: [parts.application, parts.name], set: { answers: sql`excluded.answers`, revision: sql`excluded.revision` } })
    .prepare()

  const toPart = (key: DataKey, application: string, { name, answers, revision }: { name: string; answers: Buffer; revision: number }): Part =>
    new SealedPart(name, revision, () => open(key, placeOf(application, name), answers) as Part['answers'])
  return {
    all: (key, application) => all.all({ application }).map((row) => toPart(key, application, row)),
    one(key, application, name) {
      const row = one.get({ application, name })
      return row && toPart(key, application, row)
    },
    put(key, application, { name, answers, revision }) {
      put.run({ application, name, answers: seal(key, placeOf(application, name), answers), revision })
    },
  }
}

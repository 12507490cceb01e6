import { eq, isNull, sql } from 'drizzle-orm'
import { establishmentStatuses, isUrn, MOST_FOUND, type Establishment } from '~/applications/establishments'
import { indexWordsOf, searchWordsOf } from '../search-words'
import type { Database } from './database'
import { establishments } from './schema'
import type { Verbs } from './verbs'

type Row = typeof establishments.$inferSelect

const rowOf = ({ urn, ...told }: Establishment): Row => ({
  urn: Number(urn),
  ...told,
  nameWords: indexWordsOf([told.name]),
  placeWords: indexWordsOf([told.town, told.locality, told.address3, urn], told.postcode),
  unlistedAt: null,
})

function establishmentOf({ urn, status, nameWords: _name, placeWords: _place, unlistedAt: _at, ...told }: Row): Establishment {
  const known = establishmentStatuses.find((each) => each === status)
  if (!known) throw new Error(`There is no status ${status}`)
  return { urn: String(urn), status: known, ...told }
}

const columns = Object.keys(establishments) as (keyof Row)[]
const isSame = (a: Row, b: Row) => columns.every((column) => a[column] === b[column])

/** The words as the index asks for them. They are letters and digits only, so nothing that was typed is read as an operator. */
const matchOf = (words: readonly string[]) => words.map((word) => `"${word}"*`).join(' ')

/** The list of schools and finding one of them. */
export function establishmentVerbs({ db, write }: Database): Verbs<'listEstablishments' | 'findEstablishments' | 'establishment'> {
  const byUrn = db.select().from(establishments).where(eq(establishments.urn, sql.placeholder('urn'))).prepare()
  const index = sql`establishment_words`
  const found = db
    .select()
    .from(establishments)
    .innerJoin(index, sql`${index}.rowid = ${establishments.urn}`)
    .where(sql`${index} match ${sql.placeholder('match')} and ${isNull(establishments.unlistedAt)}`)
    // A word of the name says more than one of the place.
    .orderBy(sql`case ${establishments.status} when 'open' then 0 when 'proposed' then 1 else 2 end`, sql`bm25(${index}, 10, 1)`, establishments.name, establishments.urn)
    .limit(MOST_FOUND)
    .prepare()

  return {
    listEstablishments(list, at, mayLose = Number.POSITIVE_INFINITY) {
      // Before the lock is taken: the portal saves the answers of families meanwhile.
      const rows = list.map(rowOf)
      return write(() => {
        const before = new Map(db.select().from(establishments).all().map((row) => [row.urn, row]))
        const known = new Set(rows.map(({ urn }) => urn))
        const loses = [...before.values()].filter(({ urn, unlistedAt }) => unlistedAt === null && !known.has(urn)).length
        if (loses > mayLose) return { loses }
        const add = db.insert(establishments).values(placeholders()).prepare()
        const counts = { added: 0, changed: 0, unchanged: 0, unlisted: 0 }
        for (const row of rows) {
          const old = before.get(row.urn)
          before.delete(row.urn)
          const news = !old ? 'added' : isSame(old, row) ? 'unchanged' : 'changed'
          if (news === 'added') add.run(row)
          if (news === 'changed') db.update(establishments).set(row).where(eq(establishments.urn, row.urn)).run()
          counts[news] += 1
        }
        for (const { urn, unlistedAt } of before.values()) {
          if (unlistedAt !== null) continue
          db.update(establishments).set({ unlistedAt: at }).where(eq(establishments.urn, urn)).run()
          counts.unlisted += 1
        }
        return counts
      })
    },

    findEstablishments(text) {
      const words = searchWordsOf(text)
      return words.length === 0 ? [] : found.all({ match: matchOf(words) }).map((each) => establishmentOf(each.establishments))
    },

    establishment(urn) {
      const row = isUrn(urn) ? byUrn.get({ urn: Number(urn) }) : undefined
      return row && { ...establishmentOf(row), ...(row.unlistedAt !== null && { unlistedAt: row.unlistedAt }) }
    },
  }
}

const placeholders = () => Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)])) as unknown as Row

import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '~/applications/actor'
import { blindIndex, type DataKey } from '../seal'
import type { Database } from './database'
import { members } from './schema'

/** Who belongs to which school. A school is known here by a blind index of its number. */
export interface Memberships {
  schoolOf(urn: string): string
  isMember(actor: Actor, school: string): boolean
  isLead(actor: Actor, school: string): boolean
  /** Whether they belonged to it once, and do no more. */
  hasLeft(actor: Actor, school: string): boolean
  /** The members of a school, in the order in which they came. */
  all(school: string): readonly (typeof members.$inferSelect)[]
}

export function membershipsIn({ db }: Database, indexKey: DataKey): Memberships {
  const one = db
    .select()
    .from(members)
    .where(and(eq(members.school, sql.placeholder('school')), eq(members.person, sql.placeholder('person'))))
    .prepare()
  const find = (actor: Actor, school: string) => (actor.role === 'person' ? one.get({ school, person: actor.person }) : undefined)
  const active = (actor: Actor, school: string) => {
    const found = find(actor, school)
    return found?.leftAt === null ? found : undefined
  }
  return {
    schoolOf: (urn) => blindIndex(indexKey, 'schools', urn),
    isMember: (actor, school) => active(actor, school) !== undefined,
    isLead: (actor, school) => active(actor, school)?.isLead === true,
    hasLeft(actor, school) {
      const found = find(actor, school)
      return found !== undefined && found.leftAt !== null
    },
    all: (school) => db.select().from(members).where(and(eq(members.school, school), isNull(members.leftAt))).orderBy(members.addedAt, members.person).all(),
  }
}

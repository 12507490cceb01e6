import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from './database'
import { sessions } from './schema'
import type { Verbs } from './verbs'

/** Sessions of browsers, signed in or not. */
export function sessionVerbs({ db, write }: Database): Verbs<'openSession' | 'session' | 'seeSession' | 'closeSession'> {
  const byToken = db.select().from(sessions).where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))).prepare()
  const find = (tokenHash: string) => {
    const found = byToken.get({ tokenHash })
    if (!found) return undefined
    const { person, ...rest } = found
    return { ...rest, ...(person !== null && { person }) }
  }
  return {
    openSession: (session) =>
      write(() => {
        db.insert(sessions).values(session).onConflictDoNothing().run()
        return find(session.tokenHash) ?? session
      }),

    session: find,

    seeSession: (tokenHash, at) =>
      write(() => {
        db.update(sessions).set({ seenAt: at }).where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.seenAt, at))).run()
      }),

    closeSession: (tokenHash) =>
      write(() => {
        db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()
      }),
  }
}

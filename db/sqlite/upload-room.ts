import { and, eq, isNull, ne, notInArray, sum } from 'drizzle-orm'
import type { RefusalCode, UploadLimits } from '~/applications/uploads'
import type { Database } from './database'
import { applications, uploads } from './schema'

/** How many bytes a file may still have, and why it is refused when it has more. */
export interface UploadRoom {
  readonly room: number
  readonly beyond: Extract<RefusalCode, 'too-much' | 'too-much-unsent'>
}

/** The room that there is for a file besides all others: in its application, and while that is a draft in all that its holder has begun and not sent. */
export function uploadRoom({ db }: Pick<Database, 'db'>, application: string, upload: string, { bytes, draftBytes }: Pick<UploadLimits, 'bytes' | 'draftBytes'>): UploadRoom {
  const held = db
    .select({ browser: applications.browser, person: applications.person, school: applications.school, sentAt: applications.sentAt })
    .from(applications)
    .where(eq(applications.id, application))
    .get()
  const taken = (where: ReturnType<typeof and>): number => {
    // A file that was refused or taken back has no bytes.
    const counted = and(ne(uploads.id, upload), notInArray(uploads.state, ['refused', 'removed']), where)
    return Number(db.select({ bytes: sum(uploads.size) }).from(uploads).innerJoin(applications, eq(applications.id, uploads.application)).where(counted).get()?.bytes ?? 0)
  }
  const own = Math.max(0, bytes - taken(eq(applications.id, application)))
  // A school writes for many pupils, and its team was named by the council.
  if (!held || held.sentAt !== null || held.school !== null) return { room: own, beyond: 'too-much' }
  const holder = held.person !== null ? eq(applications.person, held.person) : held.browser !== null ? and(isNull(applications.person), eq(applications.browser, held.browser)) : undefined
  const ofAll = holder ? Math.max(0, draftBytes - taken(and(holder, isNull(applications.sentAt), isNull(applications.school)))) : own
  return ofAll < own ? { room: ofAll, beyond: 'too-much-unsent' } : { room: own, beyond: 'too-much' }
}

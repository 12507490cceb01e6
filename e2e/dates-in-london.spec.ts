import { join } from 'node:path'
import Database from 'better-sqlite3'
import { GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { wordsFor } from '~/i18n/words'
import { addDays } from '~/timeline'
import { newEmail } from './support/cast'
import { begin, fill, sendIn } from './support/http-family'
import { visitorAt } from './support/http-visitor'
import { expect, test } from './support/portal'

// In summer, London is a day ahead of UTC for an hour. A family that sends after midnight sent on the new day.

const words = wordsFor('en')
const afterMidnight = { at: '2026-07-01T23:30:00.000Z', on: '2026-07-02' }

test('what was sent, saved and emailed just after midnight in summer is dated with the new day', async ({ portal }) => {
  const visitor = visitorAt(portal.url)
  const sent = await begin(visitor)
  await fill(visitor, sent)
  await sendIn(visitor, sent)
  const draft = await begin(visitor)
  const email = newEmail()
  await visitor.post('/sign-in', { email })

  const database = new Database(join(portal.dataDir, 'waymark.db'))
  database.prepare('update facts set recorded_at = ? where application = (select id from applications where reference = ?)').run(afterMidnight.at, sent)
  database.prepare('update applications set saved_at = ? where reference = ?').run(afterMidnight.at, draft)
  database.prepare('update messages set created_at = ? where place = (select max(place) from messages)').run(afterMidnight.at)
  database.close()

  const [day, time] = [words.date(afterMidnight.on), '12:30am']
  expect((await visitor.ask(`/applications/${sent}/print`)).text).toContain(words.text('paper:copy.sentAt', { date: day, time }))
  expect((await visitor.ask('/applications')).text).toContain(words.text('account:applications.keptUntil', { date: words.date(addDays(afterMidnight.on, GUEST_DRAFT_DAYS)) }))
  expect(await portal.outbox()).toContain(`${day}, ${time}`)
})

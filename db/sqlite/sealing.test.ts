import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, parseKeyRing, rewrapKeys, SealBroken, UnknownKey, type KeyRing } from '#db'
import { StoreUnavailable } from '~/applications/failures'
import type { Store } from '~/applications/ports'
import { codeRequest, draft, entry, minute, newUpload, signedIn, summary, uploadLimits, visitor } from '../contract/cast'

const key = () => randomBytes(32).toString('base64')
const [first, second] = [`k1:${key()}`, `k2:${key()}`]
const ring = parseKeyRing(first)
const ann = visitor('annas-phone')

let folder: string
let file: string
let opened: Store[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-sealing-'))
  file = join(folder, 'waymark.db')
})
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()))
  opened = []
  rmSync(folder, { recursive: true })
})

const openIt = async (keys: KeyRing = ring) => {
  const store = await openStore(`sqlite:${file}`, keys)
  opened.push(store)
  return store
}
const closeIt = async (store: Store) => {
  await store.close()
  opened = opened.filter((each) => each !== store)
}
const bySql = (...statements: readonly string[]) => {
  const sqlite = new Sqlite(file)
  for (const statement of statements) expect(sqlite.prepare(statement).run().changes, statement).toBeGreaterThan(0)
  sqlite.close()
}
/** How often a text stands in the clear in the files of the database. */
const inTheClear = (text: string) => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))

/** A store with something in every sealed column; each text is `canary` and a number. */
async function filled(store: Store) {
  const message = (number: number) => ({ id: `m${number}`, to: `canary-${number}@example.org`, subject: 'canary-subject', body: 'canary-body' })
  const bea = await signedIn(store, 'canary-person@example.org')
  await store.askForCode(codeRequest('waiting', { email: 'canary-waiting@example.org', message: message(1) }))
  const applications = [await draft(store, ann), await draft(store, ann)] as const
  for (const { id } of applications) {
    await store.savePart(ann, id, { name: 'child', answers: { childFirstNames: `canary-answer-${id}` }, base: 0 }, minute(1))
    await store.savePart(ann, id, { name: 'school', answers: { schoolName: 'canary-school' }, base: 0 }, minute(1))
    await store.saveUnfinished(ann, id, 'concerns', { typed: { concerns: { '': 'canary-typed' } }, base: 0 }, minute(1))
    const submitted = entry('submitted', 0, { sent: { summary: summary('canary-summary'), hash: 'canary-hash' } })
    const fact = { ...submitted.fact, details: { note: 'canary-details' } }
    const upload = newUpload({ name: 'canary-file.pdf', details: { title: 'canary-title', category: 'canary-category' }, by: { role: 'visitor', who: 'canary-who' } })
    await store.beginUpload(ann, id, upload, uploadLimits, minute(1))
    await store.uploadArrived(ann, id, upload, { size: 10, hash: 'canary-hash' }, uploadLimits, minute(1))
    await store.uploadChecked(upload, { ready: { object: `object-of-${id}`, size: 10, type: 'pdf', scanned: true } }, minute(1))
    await store.openUpload(ann, id, upload.id, { role: 'visitor', who: 'canary-who' }, minute(1))
    await store.record(ann, id, { ...submitted, fact, messages: [{ ...message(2), id: `m-${id}` }], idempotency: { key: `canary-key-${id}`, request: `canary-request-${id}` } }, minute(2))
  }
  return { bea, applications }
}

describe('sealing', () => {
  it('nothing that a person wrote is in the clear in the database or its log, open or closed', async () => {
    const store = await openIt()
    const { applications } = await filled(store)
    expect(readdirSync(folder).sort()).toEqual(['waymark.db', 'waymark.db-shm', 'waymark.db-wal'])
    expect(inTheClear('canary')).toEqual([])
    // The search itself finds what is in the clear on purpose.
    expect(inTheClear(applications[0].reference)).toEqual(['waymark.db-wal'])
    await closeIt(store)
    expect(inTheClear('canary')).toEqual([])
    expect(inTheClear(applications[0].reference)).toEqual(['waymark.db'])
  })

  it('which school is asked about whom, and who belongs to it, is in the clear nowhere, and opens only where it was put', async () => {
    const store = await openIt()
    const { applications: [{ id, reference }] } = await filled(store)
    const urn = '7654321'
    const asked = { school: { urn, name: 'canary-asked-school' }, email: 'canary-senco@example.org', asks: ['seen'], shows: ['canary-shown'], by: 'family' } as const
    const message = { id: 'm-asked', to: 'canary-senco@example.org', subject: 'canary-subject', body: 'canary-token' }
    const ask = (invitation: string) => store.invite(ann, id, { id: invitation, asked: { ...asked, email: `canary-${invitation}@example.org` }, dueOn: '2026-05-16', tokenHash: invitation, message: { ...message, id: `m-${invitation}` } }, minute(3))
    await ask('one')
    await ask('two')
    const operator = { role: 'operator' } as const
    await store.addMember(operator, urn, { email: 'canary-one@example.org', name: 'canary-member', isLead: true, message }, minute(3))
    const rosa = await signedIn(store, 'canary-one@example.org')
    await store.accept(rosa, 'one', { id: 'answer', reference: 'ANSWER', form: 'school-advice', language: 'en', parts: [{ name: 'views', answers: { views: 'canary-view' } }] }, minute(4))
    await store.decline(rosa, 'two', { reason: 'canary-reason', messages: [] }, minute(4))
    expect(inTheClear('canary')).toEqual([])
    expect(inTheClear(urn)).toEqual([])
    expect(inTheClear(reference)).toEqual(['waymark.db-wal'])
    expect(JSON.stringify([await store.invitations(ann, id), await store.members(rosa, urn)])).toMatch(/canary-asked-school.*canary-reason.*canary-member/)
    bySql(`UPDATE invitations SET about = (SELECT about FROM invitations WHERE id = 'two') WHERE id = 'one'`, `UPDATE members SET school = 'another'`)
    await expect(store.invitations(ann, id)).rejects.toThrow(SealBroken)
    await expect(store.schoolsOf(rosa)).rejects.toThrow(SealBroken)
  })

  it('only the owner of the files may read them', async () => {
    await filled(await openIt())
    for (const name of readdirSync(folder)) expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
  })

  it('everything is there again after opening the file anew', async () => {
    const store = await openIt()
    const { bea, applications } = await filled(store)
    const { id, reference } = applications[0]
    const readAll = async (from: Store) => [
      await from.application(ann, reference), await from.parts(ann, id), await from.facts(ann, id), await from.sent(ann, id),
      await from.unfinished(ann, id, 'concerns'), await from.uploads(ann, id), await from.openings(ann, id), await from.person(bea), await from.newestMessages(9),
    ]
    const before = await readAll(store)
    await closeIt(store)
    expect(JSON.stringify(before)).toContain('canary-person@example.org')
    expect(await readAll(await openIt())).toEqual(before)
  })

  it('a sealed value that was moved to another row, application or column does not open', async () => {
    const moves = [
      `UPDATE parts SET answers = (SELECT answers FROM parts WHERE application = 'A' AND name = 'school') WHERE application = 'A' AND name = 'child'`,
      `UPDATE parts SET answers = (SELECT answers FROM parts WHERE application = 'B' AND name = 'child') WHERE application = 'A' AND name = 'child'`,
      `UPDATE parts SET answers = (SELECT typed FROM unfinished WHERE application = 'A') WHERE application = 'A' AND name = 'child'`,
      `UPDATE parts SET name = 'elsewhere' WHERE application = 'A' AND name = 'child'`,
      `UPDATE parts SET answers = zeroblob(5) WHERE application = 'A' AND name = 'child'`,
      `UPDATE applications SET (kid, wrapped) = (SELECT kid, wrapped FROM applications WHERE id = 'B') WHERE id = 'A'`,
    ]
    const store = await openIt()
    const [a, b] = (await filled(store)).applications.map((each) => each.id)
    await closeIt(store)
    const whole = readFileSync(file)
    for (const move of moves) {
      writeFileSync(file, whole)
      const untouched = await openIt()
      expect(await untouched.parts(ann, a ?? '')).toHaveLength(2)
      await closeIt(untouched)
      bySql(move.replaceAll(`'A'`, `'${a}'`).replaceAll(`'B'`, `'${b}'`))
      const reading = (await openIt()).parts(ann, a ?? '').then((parts) => parts.map((part) => part.answers))
      await expect(reading, move).rejects.toThrow(SealBroken)
      await Promise.all(opened.splice(0).map((each) => each.close()))
    }
  })

  it('an email address, a fact, a message, a file’s record or an opening that was moved does not open', async () => {
    const store = await openIt()
    const { bea, applications } = await filled(store)
    const other = await signedIn(store, 'other@example.org')
    const [a, b] = applications.map((each) => each.id)
    bySql(
      `UPDATE people SET email = (SELECT email FROM people WHERE id = '${other.person}') WHERE id = '${bea.person}'`,
      `UPDATE facts SET details = (SELECT details FROM facts WHERE application = '${b}') WHERE application = '${a}'`,
      `UPDATE sent SET frozen = (SELECT frozen FROM sent ORDER BY rowid DESC) WHERE rowid = 1`,
      `UPDATE uploads SET about = (SELECT about FROM uploads WHERE application = '${b}') WHERE application = '${a}'`,
      `UPDATE openings SET opened_at = '2020-01-01T00:00:00.000Z'`,
      `UPDATE messages SET content = (SELECT content FROM messages WHERE id = 'm1') WHERE id = 'm-${a}'`,
    )
    await expect(store.person(bea)).rejects.toThrow(SealBroken)
    await expect(store.facts(ann, a ?? '')).rejects.toThrow(SealBroken)
    await expect(store.sent(ann, a ?? '')).rejects.toThrow(SealBroken)
    await expect(store.uploads(ann, a ?? '')).rejects.toThrow(SealBroken)
    await expect(store.openings(ann, b ?? '')).rejects.toThrow(SealBroken)
    await expect(store.newestMessages(9)).rejects.toThrow(SealBroken)
  })

  it('a key ring without the right key is refused at the door, by name', async () => {
    await closeIt(await openIt())
    const error: unknown = await openIt(parseKeyRing(second)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnknownKey)
    expect(error).toMatchObject({ kid: 'k1' })
    await expect(openIt(parseKeyRing(`k1:${key()}`))).rejects.toThrow(SealBroken)
  })

  it('what was written under an older key is readable, and people are known again, under a ring with a new one', async () => {
    const old = await openIt()
    const { applications } = await filled(old)
    const person = await signedIn(old, 'ann@example.org')
    await closeIt(old)
    const store = await openIt(parseKeyRing(`${second},${first}`))
    expect(await store.parts(ann, applications[0].id)).toHaveLength(2)
    expect((await signedIn(store, 'ann@example.org')).person).toBe(person.person)
  })

  it('an old key can be retired once every data key is under the new one, while the portal runs', async () => {
    const both = parseKeyRing(`${second},${first}`)
    const url = `sqlite:${file}`
    const old = await openIt()
    const { bea, applications } = await filled(old)
    await closeIt(old)
    const running = await openIt(both)
    // Two keys of the store itself, one person, two applications.
    expect(await rewrapKeys(url, both)).toBe(5)
    expect(await rewrapKeys(url, both)).toBe(0)
    expect(await running.parts(ann, applications[0].id)).toHaveLength(2)
    await closeIt(running)
    const store = await openIt(parseKeyRing(second))
    expect(await store.parts(ann, applications[0].id)).toHaveLength(2)
    expect(await store.person(bea)).toMatchObject({ email: 'canary-person@example.org' })
    expect(await store.newestMessages(9)).toHaveLength(4)
  })

  it('a forgotten draft leaves nothing behind, not even its key', async () => {
    const store = await openIt()
    const { id } = await draft(store, ann)
    await store.savePart(ann, id, { name: 'child', answers: { text: 'x'.repeat(9000) }, base: 0 }, minute(1))
    const sqlite = new Sqlite(file, { readonly: true })
    const row = sqlite.prepare<[string], { wrapped: Buffer; answers: Buffer }>(
      'SELECT wrapped, answers FROM applications JOIN parts ON application = applications.id WHERE applications.id = ?',
    ).get(id)
    sqlite.close()
    const left = (bytes: Buffer | undefined) => readdirSync(folder).filter((name) => bytes && readFileSync(join(folder, name)).includes(bytes))
    expect(left(row?.wrapped)).not.toEqual([])
    await store.forget({ draftsBefore: minute(9), guestDraftsBefore: minute(9), sessionsBefore: minute(9), messagesBefore: minute(9), undeliveredBefore: minute(9) })
    expect(left(row?.wrapped)).toEqual([])
    expect(left(row?.answers.subarray(0, 200))).toEqual([])
  })
})

describe('a store that cannot be opened', () => {
  it('says so', async () => {
    await expect(openStore(`sqlite:${folder}`, ring)).rejects.toThrow(StoreUnavailable)
    writeFileSync(file, 'This is not a database, though it is long enough to be taken for one.'.repeat(99))
    await expect(openIt()).rejects.toThrow(StoreUnavailable)
    await expect(openStore(`sqlite:${file}/inside/a.db`, ring)).rejects.toThrow(StoreUnavailable)
    await expect(openStore('oracle:somewhere', ring)).rejects.toThrow('No store opens oracle')
    await expect(openStore('toString:x', ring)).rejects.toThrow('No store opens toString')
  })

  it('refuses a database that a newer program has changed', async () => {
    await closeIt(await openIt())
    const sqlite = new Sqlite(file)
    sqlite.pragma('user_version = 99')
    sqlite.close()
    await expect(openIt()).rejects.toThrow('newer (99)')
  })
})

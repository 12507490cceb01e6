import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../database'
import { migrations } from '.'

const folder = mkdtempSync(join(tmpdir(), 'waymark-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
/** A database as an older program left it. */
function databaseOf(version: number): string {
  const path = join(folder, `${version}-${(made += 1)}.db`)
  const sqlite = new Sqlite(path)
  for (const migration of migrations.slice(0, version)) sqlite.exec(migration)
  sqlite.pragma(`user_version = ${version}`)
  if (version > 0) sqlite.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('purpose', 'production')
  sqlite.close()
  return path
}
const tablesOf = (path: string) => {
  const { sqlite } = openDatabase(path)
  const found = sqlite.prepare<[], { sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').all()
  const settings = sqlite.prepare<[], { value: string }>("SELECT value FROM settings WHERE name = 'purpose'").get()
  sqlite.close()
  return { tables: found.map(({ sql }) => sql), purpose: settings?.value }
}

describe('a database of an older program', () => {
  it.each(migrations.map((_, version) => version).slice(1))('at version %i is brought up to date and keeps what it holds', (version) => {
    const { tables, purpose } = tablesOf(databaseOf(version))
    expect(tables).toEqual(tablesOf(databaseOf(0)).tables)
    expect(purpose).toBe('production')
  })

  it('knows how much each application holds', () => {
    const path = databaseOf(1)
    const old = new Sqlite(path)
    old.exec(`
      INSERT INTO applications (id, reference, form, language, started_at, saved_at, kid, wrapped) VALUES ('a', 'A', 'f', 'en', '', '', '', x'');
      INSERT INTO parts (application, name, answers, revision) VALUES ('a', 'one', x'0011', 1), ('a', 'two', x'00', 1);
      INSERT INTO unfinished (application, part, typed, saved_at) VALUES ('a', 'one', x'001122', '');
    `)
    old.close()
    const { sqlite } = openDatabase(path)
    const size = () => sqlite.prepare<[], { size: number }>("SELECT size FROM applications WHERE id = 'a'").get()?.size
    expect(size()).toBe(6)
    sqlite.exec("DELETE FROM parts WHERE name = 'two'; DELETE FROM unfinished")
    expect(size()).toBe(2)
    sqlite.close()
  })
})

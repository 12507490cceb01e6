import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrations } from './migrations'

export interface Database {
  readonly sqlite: Sqlite.Database
  readonly db: BetterSQLite3Database
  /** One transaction that has the write lock from its start, and is on the disk when this returns. */
  write<Result>(work: () => Result): Result
}

/** Opens the file (readable by its owner alone), makes it durable and brings its tables up to date. */
export function openDatabase(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // SQLite gives the -wal and -shm files the mode of the database file.
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const sqlite = new Sqlite(path, { timeout: 5000 })
  try {
    sqlite.pragma('journal_mode = WAL')
    // FULL: a commit returns after fsync, so what was acknowledged survives a power cut.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('secure_delete = ON')
    const transaction = sqlite.transaction((work: () => unknown) => work())
    const write = <Result>(work: () => Result) => transaction.immediate(work) as Result
    write(() => migrate(sqlite))
    return { sqlite, db: drizzle(sqlite), write }
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function migrate(sqlite: Sqlite.Database): void {
  const done = Number(sqlite.pragma('user_version', { simple: true }))
  if (done > migrations.length) throw new Error(`The database is newer (${done}) than this program (${migrations.length})`)
  if (done === migrations.length) return
  for (const migration of migrations.slice(done)) sqlite.exec(migration)
  sqlite.pragma(`user_version = ${migrations.length}`)
}

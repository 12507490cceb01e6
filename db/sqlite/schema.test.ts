import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database'
import * as schema from './schema'

const folder = mkdtempSync(join(tmpdir(), 'waymark-schema-'))
const { sqlite } = openDatabase(join(folder, 'waymark.db'))
afterAll(() => {
  sqlite.close()
  rmSync(folder, { recursive: true })
})

const rows = <Row>(query: string, ...values: string[]) => sqlite.prepare<string[], Row>(query).all(...values)
const tables: Readonly<Record<string, SQLiteTable>> = schema
const nameOf = (column: unknown) => (column as SQLiteColumn).name

describe('the schema', () => {
  it('has the tables that the migrations make', () => {
    const made = rows<{ name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").map((each) => each.name)
    expect(Object.values(tables).map((table) => getTableConfig(table).name).sort()).toEqual(made.sort())
  })

  for (const [name, table] of Object.entries(tables)) {
    const config = getTableConfig(table)

    it(`${name}: the same columns`, () => {
      const keys = config.primaryKeys.flatMap((key) => key.columns.map(nameOf))
      const said = config.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
        isKey: column.primary || keys.includes(column.name) ? 1 : 0,
      }))
      expect(said).toEqual(rows('SELECT name, type, "notnull", pk > 0 AS isKey FROM pragma_table_info(?)', config.name))
    })

    it(`${name}: the same references`, () => {
      const said = config.foreignKeys.map((key) => {
        const { columns, foreignTable, foreignColumns } = key.reference()
        return `${columns.map(nameOf).join()} > ${getTableConfig(foreignTable).name}.${foreignColumns.map(nameOf).join()} ${key.onDelete ?? 'no action'}`
      })
      const made = rows<{ reference: string }>(
        `SELECT "from" || ' > ' || "table" || '.' || "to" || ' ' || lower(on_delete) AS reference FROM pragma_foreign_key_list(?)`,
        config.name,
      )
      expect(said.sort()).toEqual(made.map((each) => each.reference).sort())
    })

    it(`${name}: the same indexes`, () => {
      const unique = config.columns.filter((column) => column.isUnique).map((column) => `unique ${column.name}`)
      const named = config.indexes.map(({ config: each }) =>
        [each.name, each.unique && 'unique', each.where && 'partial', each.columns.map(nameOf).join()].filter(Boolean).join(' '),
      )
      const made = rows<{ name: string; unique: number; origin: string; partial: number; columns: string }>(
        `SELECT name, "unique", origin, partial, (SELECT group_concat(name) FROM pragma_index_info(list.name)) AS columns
         FROM pragma_index_list(?) AS list WHERE origin <> 'pk'`,
        config.name,
      ).map((each) =>
        each.origin === 'u' ? `unique ${each.columns}` : [each.name, each.unique && 'unique', each.partial && 'partial', each.columns].filter(Boolean).join(' '),
      )
      expect([...unique, ...named].sort()).toEqual(made.sort())
    })
  }

  it('is durable, checks references and wipes what it deletes', () => {
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map((name) => sqlite.pragma(name, { simple: true }))
    expect(settings).toEqual(['wal', 2, 1, 1, 5000])
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clockColumns, computedColumns, inputColumns } from './clock-row'
import { portalIn } from './portal.contract'

const worked = readFileSync(new URL('../timeline/fixtures/deadline-cases.csv', import.meta.url), 'utf8')
const rows = parse<Record<string, string>>(worked, { columns: true })

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'clock-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const portal = (...args: string[]) => portalIn(folder, args)

function clock(text: string | Uint8Array) {
  writeFileSync(join(folder, 'cases.csv'), text)
  return portal('clock', 'cases.csv')
}

describe('portal clock', () => {
  test('prints the worked cases as they are, and nothing else', () => {
    expect(clock(worked)).toEqual({ status: 0, stdout: worked, stderr: '' })
  })

  test('needs only the input columns, and prints them all in the order of the deadline file', () => {
    const { status, stdout } = clock(stringify(rows, { header: true, columns: [...inputColumns] }))
    const printed = parse<Record<string, string>>(stdout, { columns: true })
    expect(status).toBe(0)
    expect(Object.keys(printed[0] ?? {})).toEqual(clockColumns)
    expect(printed.map(({ state_at_now }) => state_at_now)).toEqual(rows.map(({ state_at_now }) => state_at_now))
  })

  test('keeps the order of a whole file, its own columns too, and copes with a mark and Windows line ends', () => {
    const columns = ['mine', ...[...clockColumns].reverse()]
    const mine = rows.map((row) => ({ ...row, mine: 'Łódź, "x"' }))
    const { stdout } = clock(`\uFEFF${stringify(mine, { header: true, columns, record_delimiter: 'windows' })}`)
    const [header, first] = parse(stdout)
    expect(header).toEqual(columns)
    expect(first?.[0]).toBe('Łódź, "x"')
  })

  test('reads a file from Windows as it is', () => {
    const { stdout } = clock(Buffer.from(stringify([{ ...rows[0], scenario: 'Plàin' }], { header: true, columns: clockColumns }), 'latin1'))
    expect(parse<Record<string, string>>(stdout, { columns: true })[0]?.['scenario']).toBe('Plàin')
  })

  test('prints the heading of a file with no rows', () => {
    expect(clock(`${clockColumns.join(',')}\n`)).toEqual({ status: 0, stdout: `${clockColumns.join(',')}\n`, stderr: '' })
  })

  test('says no to a row that cannot be computed, and prints it without dates among the others', () => {
    const wrong = worked.replace('minus one,new,2026-03-01', 'minus one,new,2026-02-30')
    const { status, stdout, stderr } = clock(wrong)
    expect([status, stderr]).toEqual([1, "row 2, case C03, column clock_start ('2026-02-30'): not a date from 1900 to 2199. Write it as 2026-05-04.\n"])
    const printed = parse<Record<string, string>>(stdout, { columns: true })
    expect(printed.filter(({ case_id }) => case_id !== 'C03')).toEqual(rows.filter(({ case_id }) => case_id !== 'C03'))
    const emptied = printed.find(({ case_id }) => case_id === 'C03') ?? {}
    for (const column of clockColumns) expect(emptied[column]).toBe(computedColumns.includes(column) ? '' : parse<Record<string, string>>(wrong, { columns: true })[1]?.[column])
  })

  test('says no to a row of the wrong length', () => {
    expect(clock(`${worked}C99,short\n`)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('line 26') })
  })

  test.each([
    ['no file named', ['clock'], 'missing required argument'],
    ['a file that is not there', ['clock', 'nowhere.csv'], 'Cannot read nowhere.csv'],
    ['two files', ['clock', 'one.csv', 'two.csv'], 'too many arguments'],
    ['an unknown option', ['clock', '--fast', 'cases.csv'], 'unknown option'],
    ['an unknown command', ['constructor'], 'unknown command'],
    ['no command', [], 'Usage: portal'],
  ])('wrong use: %s', (_name, args, message) => {
    expect(portal(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
  })

  test('wrong use: a file without its columns', () => {
    expect(clock('case_id,route\nA,new\n')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('clock_start') })
    expect(clock('')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('nothing in cases.csv') })
    expect(clock(worked.replace('note', 'now'))).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('twice: now') })
  })

  test('help is a result', () => {
    expect(portal('help', 'clock')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('clock [options] <file.csv>') })
  })
})

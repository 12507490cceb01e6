import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { ClockFaults, clockColumns, clockRowOf, computedColumns, inputColumns, type ClockRow } from './clock-row'
import { textFrom } from './csv-rows'
import { placeOf } from './files'
import { no } from './no'
import { say } from './words'

/**
 * `portal clock FILE.csv`: prints the rows of a deadline file with every computed column filled. A row that cannot be computed is printed without,
 * and told on stderr with exit code 1: the other cases have their dates.
 */
export function registerClock(program: Command): void {
  program
    .command('clock')
    .description(say('clock', 'description'))
    .argument('<file.csv>', say('clock', 'file'))
    .action((file: string, _options: object, command: Command) => {
      const { header, rows } = tableIn(file, command)
      const complaints: string[] = []
      const filled = rows.map((row, index) => {
        try {
          return clockRowOf(row)
        } catch (error) {
          if (!(error instanceof ClockFaults)) throw error
          complaints.push(...complaintsOf(error, row, index))
          return { ...row, ...nothingComputed }
        }
      })
      process.stdout.write(stringify(filled, { header: true, columns: columnsOf(header) }))
      if (complaints.length > 0) no(command, complaints.join('\n'))
    })
}

const nothingComputed = Object.fromEntries(computedColumns.map((column) => [column, '']))

/** The input's own order when it has every column; else the deadline file's order, then any columns of its own. */
function columnsOf(header: readonly string[]): string[] {
  if (clockColumns.every((column) => header.includes(column))) return [...header]
  return [...clockColumns, ...header.filter((column) => !clockColumns.includes(column))]
}

function tableIn(file: string, command: Command): { readonly header: readonly string[]; readonly rows: readonly ClockRow[] } {
  const [first, ...rest] = linesOf(file, command)
  if (!first) return command.error(say('clock', 'empty', { file }))
  const header = first.map((name) => name.trim())
  const missing = inputColumns.filter((column) => !header.includes(column))
  if (missing.length > 0) return command.error(say('clock', 'missing-columns', { columns: missing.join(', ') }))
  const twice = header.filter((column, at) => column !== '' && header.indexOf(column) < at)
  if (twice.length > 0) return command.error(say('clock', 'columns-twice', { columns: twice.join(', ') }))
  return { header, rows: rest.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']))) }
}

/** Read at once, and once: the file may be a pipe. */
function linesOf(file: string, command: Command): string[][] {
  try {
    return parse(textFrom(readFileSync(placeOf(file))), { bom: true, skip_empty_lines: true })
  } catch (error) {
    if (error instanceof CsvError) return no(command, say('clock', 'not-csv', { reason: error.message }))
    if (!(error instanceof Error && 'code' in error)) throw error
    return command.error(say('clock', 'cannot-read', { file, reason: error.message }))
  }
}

function complaintsOf({ faults }: ClockFaults, row: ClockRow, index: number): string[] {
  return faults.map(({ column, code }) =>
    say('clock', 'fault', { row: index + 1, case: row['case_id'] ?? '', column, value: row[column] ?? '', why: say('clock-faults', code) }),
  )
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { ClockFaults, clockColumns, clockRowOf, inputColumns, type ClockRow } from './clock-row'
import { say } from './words'

/** `portal clock FILE.csv`: prints the rows of a deadline file with every computed column filled. */
export function registerClock(program: Command): void {
  program
    .command('clock')
    .description(say('clock', 'description'))
    .argument('<file.csv>', say('clock', 'file'))
    .action((file: string, _options: object, command: Command) => {
      process.stdout.write(clockOf(textOf(file, command), command))
    })
}

function clockOf(text: string, command: Command): string {
  const { header, rows } = tableOf(text, command)
  const missing = inputColumns.filter((column) => !header.includes(column))
  if (missing.length > 0) command.error(say('clock', 'missing-columns', { columns: missing.join(', ') }))
  const complaints: string[] = []
  const filled = rows.flatMap((row, index) => {
    try {
      return [clockRowOf(row)]
    } catch (error) {
      if (!(error instanceof ClockFaults)) throw error
      complaints.push(...complaintsOf(error, row, index))
      return []
    }
  })
  if (complaints.length > 0) no(command, complaints.join('\n'))
  return stringify(filled, { header: true, columns: columnsOf(header) })
}

/** The input's own order when it has every column; else the deadline file's order, then any columns of its own. */
function columnsOf(header: readonly string[]): string[] {
  if (clockColumns.every((column) => header.includes(column))) return [...header]
  return [...clockColumns, ...header.filter((column) => !clockColumns.includes(column))]
}

function tableOf(text: string, command: Command): { header: readonly string[]; rows: ClockRow[] } {
  let header: string[] = []
  try {
    const rows = parse<ClockRow>(text, {
      bom: true,
      skip_empty_lines: true,
      columns: (names: string[]) => (header = names.map((name) => name.trim())),
    })
    return { header, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return no(command, say('clock', 'not-csv', { reason: error.message }))
  }
}

function complaintsOf({ faults }: ClockFaults, row: ClockRow, index: number): string[] {
  return faults.map(({ column, code }) =>
    say('clock', 'fault', { row: index + 1, case: row['case_id'] ?? '', column, value: row[column] ?? '', why: say('clock-faults', code) }),
  )
}

/** npm runs the portal from its own folder; a relative path is meant from where the person stands. */
function textOf(file: string, command: Command): string {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '', file), 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return command.error(say('clock', 'cannot-read', { file, reason: error.message }))
  }
}

function no(command: Command, message: string): never {
  return command.error(message, { code: 'portal.no', exitCode: 1 })
}

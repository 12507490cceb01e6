import type { Command } from 'commander'
import { CsvError } from 'csv-parse'
import type { Establishment } from '~/applications/establishments'
import { csvRowsIn } from './csv-rows'
import { missingIn, rowReader, statusNames, type RowFault } from './establishment-row'
import { placeOf } from './files'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

/** `portal establishments`: the list of schools, which families choose theirs from. */
export function registerEstablishments(program: Command): void {
  program
    .command('establishments')
    .description(say('establishments', 'description'))
    .command('import')
    .description(say('establishments', 'import'))
    .argument('<file.csv>', say('establishments', 'file'))
    .option('--shorter', say('establishments', 'shorter'))
    .action(async (file: string, { shorter }: { readonly shorter?: true }, command: Command) => {
      // All of it is read before anything is written: a file that goes wrong changes nothing, and nobody else waits for the store meanwhile.
      const list = await listIn(file, command)
      // The register loses a few schools a day: a file without many of those that are listed is a part of it, or broke off.
      const mayLose = shorter ? undefined : list.length / 10
      const done = await onStore(command, ownEnvironment(), ({ store, clock }) => store.listEstablishments(list, clock.now(), mayLose))
      if ('loses' in done) return no(command, [say('establishments', 'loses', done), say('establishments', 'nothing-changed')].join('\n'))
      process.stdout.write(`${say('establishments', 'done', { listed: list.length, ...done })}\n`)
    })
}

const PROGRESS_ROWS = 10_000
/** Twice as many as the register has ever had. */
const MOST_ROWS = 200_000
/** Whoever mends a file mends these first. */
const MOST_TOLD = 20

async function listIn(file: string, command: Command): Promise<readonly Establishment[]> {
  const faults: string[] = []
  const list = new Map<string, Establishment>()
  let read: ReturnType<typeof rowReader> | undefined
  let rows = 0
  try {
    for await (const { line, cells } of csvRowsIn(placeOf(file))) {
      if (!read) {
        const missing = missingIn(cells)
        if (missing.length > 0) return no(command, say('establishments', 'missing-columns', { columns: missing.join(', ') }))
        read = rowReader(cells)
        continue
      }
      const found = read(cells)
      if (!('urn' in found)) faults.push(...found.map((fault) => sentenceOf(line, fault)))
      else if (list.has(found.urn)) faults.push(say('establishments', 'twice', { line, urn: found.urn }))
      else list.set(found.urn, found)
      rows += 1
      if (rows > MOST_ROWS) return no(command, say('establishments', 'too-many', { most: MOST_ROWS }))
      if (rows % PROGRESS_ROWS === 0) process.stderr.write(`${say('establishments', 'progress', { rows })}\n`)
    }
  } catch (error) {
    faults.push(reasonOf(error, file))
  }
  if (faults.length === 0 && list.size === 0) faults.push(say('establishments', 'empty', { file }))
  if (faults.length > 0) no(command, toldOf(faults))
  return [...list.values()]
}

const sentenceOf = (line: number, { column, value, code }: RowFault): string =>
  say('establishments', 'fault', { line, column, value, why: say('establishment-faults', code, { statuses: statusNames.map((name) => `"${name}"`).join(' / ') }) })

function reasonOf(error: unknown, file: string): string {
  if (error instanceof CsvError) return say('establishments', 'not-csv', { reason: error.message })
  if (error instanceof Error && 'syscall' in error) return say('establishments', 'cannot-read', { file, reason: error.message })
  throw error
}

const toldOf = (faults: readonly string[]): string =>
  [
    ...faults.slice(0, MOST_TOLD),
    ...(faults.length > MOST_TOLD ? [say('establishments', 'more', { number: faults.length - MOST_TOLD })] : []),
    say('establishments', 'nothing-changed'),
  ].join('\n')

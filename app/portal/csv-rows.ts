import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'

/** A row of a CSV file, and the line of the file on which it ends. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** No row of a list is so long: a file without an end to its first quotation is not read into memory. */
const LONGEST_ROW = 100_000

/**
 * The rows of a CSV file one by one, the heading first. Files from Windows are in Windows-1252, others in UTF-8: one that can be read as UTF-8 is.
 * @throws CsvError when it is no CSV file, or its rows are not all of one length; else what the disk says
 */
export async function* csvRowsIn(file: string): AsyncGenerator<CsvRow> {
  const decode = (await isInUtf8(file)) ? utf8 : windows1252
  const parser = Readable.from(decode(createReadStream(file))).compose(parse({ bom: true, info: true, skip_empty_lines: true, max_record_size: LONGEST_ROW }))
  for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) yield { line: info.lines, cells: record }
}

/** The text of a whole file, in whichever of the two it is. */
export const textFrom = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : fromWindows1252(bytes))

async function isInUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function* utf8(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of chunks) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

// Where Windows-1252 differs from Latin-1, from 0x80 on. Written out, since some versions of Node take the one for the other.
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const fromWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009F]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign)

async function* windows1252(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield fromWindows1252(chunk as Buffer)
}

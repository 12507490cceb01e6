import { parse, CsvError } from 'csv-parse/sync'
import { itemPagesOf } from '~/engine/screen'
import type { Form, Page } from '~/engine/form'
import type { RowItem, TableRow } from '~/engine/rows'
import type { Actor } from './actor'
import { saveAnswers, type SaveOutcome } from './save-answers'
import type { Services } from './services'

/** Rows as a spreadsheet puts them on the clipboard: a tab between cells, and quotation marks round a cell with lines of its own. Undefined when they are none. */
export function rowsIn(pasted: string): readonly TableRow[] | undefined {
  try {
    const rows: TableRow[] = []
    const on_record = (cells: string[], { lines }: { readonly lines: number }) => void rows.push({ line: lines, cells })
    parse(pasted, { delimiter: '\t', relax_column_count: true, relax_quotes: true, skip_empty_lines: true, on_record })
    return rows
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/**
 * Keeps rows as items of a list, each as if it had been typed. Kept again under the same name, they are the items that are there; what somebody
 * changed in them meanwhile stays.
 * @param batch names these rows: the keys of their items begin with it
 * @returns why the rest was not kept, or undefined
 */
export async function pasteItems(services: Services, actor: Actor, form: Form, reference: string, list: Page, batch: string, items: readonly RowItem[]): Promise<Exclude<SaveOutcome, { readonly saved: unknown }> | undefined> {
  for (const [index, { fields }] of items.entries()) {
    for (const page of itemPagesOf(list)) {
      const outcome = await saveAnswers(services, actor, form, { reference, page: page.id, item: itemKey(batch, index), base: 0 }, fields)
      if (!('saved' in outcome) && !('clash' in outcome)) return outcome
    }
  }
  return undefined
}

/** The key of a row's item. */
export const itemKey = (batch: string, index: number): string => `${batch}${index.toString(36)}`

import type { FieldsAnswer } from './fields-apart'
import { fieldsIn, Unreadable } from './fields-in'

// Reads one file, answers and ends; see fields-apart.ts.
process.once('message', (bytes) => void answer(bytes as Uint8Array))

async function answer(bytes: Uint8Array): Promise<void> {
  const said = await fieldsIn(bytes).then(
    (fields): FieldsAnswer => ({ fields }),
    (error: unknown): FieldsAnswer => {
      if (error instanceof Unreadable) return { unreadable: error.code }
      throw error
    },
  )
  process.send?.(said, () => process.disconnect())
}

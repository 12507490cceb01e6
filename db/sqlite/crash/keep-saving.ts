import { writeSync } from 'node:fs'
import { openStore, parseKeyRing } from '#db'
import { StoreUnavailable } from '~/applications/failures'

// Saves one page after another and says the number of each that was acknowledged, until it is killed or the disk is full.
// Run by crash.test.ts in a process of its own: keep-saving.ts URL RING APPLICATION FIRST-NUMBER

const [url = '', ring = '', application = '', firstNumber = '0'] = process.argv.slice(2)
const store = await openStore(url, parseKeyRing(ring))

for (let number = Number(firstNumber); ; number++) {
  const part = { name: `page-${number}`, answers: { text: 'x'.repeat(2000) }, base: 0 }
  try {
    await store.savePart({ role: 'operator' }, application, part, '2026-05-01T09:00:00.000Z')
  } catch (error) {
    writeSync(1, error instanceof StoreUnavailable ? 'unavailable\n' : `${String(error)}\n`)
    break
  }
  writeSync(1, `${number}\n`)
}

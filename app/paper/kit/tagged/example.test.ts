import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkPdf } from './check/check-pdf.contract'
import { writeTrip } from './example.contract'

it('the example of the guide is this one', () => {
  const source = readFileSync(new URL('example.contract.tsx', import.meta.url), 'utf8')
  expect(readFileSync('docs/tagged-pdf.md', 'utf8')).toContain(`\`\`\`tsx\n${source}\`\`\``)
})

it('and it works', async () => {
  const { faults, lines } = await checkPdf(await writeTrip())
  expect(faults).toEqual([])
  expect(lines.map(({ path, text }) => `${path}: ${text}`)).toEqual([
    'H1: A trip to the farm',
    'Sect/H2: What to bring',
    'Sect/L/LI/LBody: Boots',
    'Sect/L/LI/LBody: A coat',
    'Sect/L/LI/LBody: Lunch',
    'P: More is on our page about the farm.',
  ])
})

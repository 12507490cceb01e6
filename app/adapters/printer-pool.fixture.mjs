import { appendFileSync, readFileSync } from 'node:fs'

// A worker that fails as its job tells it to, for the tests of the pool: `councilName` says how, `hash` how often, and the file `reference` counts the tries.
const faults = {
  'exits': () => process.exit(1),
  'hangs': () => {
    for (;;);
  },
  'never answers': () => new Promise(() => undefined),
  'eats memory': () => {
    for (const eaten = []; ; ) eaten.push(new Array(1_000_000).fill(0))
  },
}

export default async function misbehave({ councilName, hash = Infinity, reference }) {
  if (reference) appendFileSync(reference, '.')
  if (councilName === 'has a fault') return { fault: 'Error: what somebody typed\n    at somewhere in the code' }
  if (!reference || readFileSync(reference).length <= Number(hash)) await faults[councilName]?.()
  return { pdf: new TextEncoder().encode(councilName) }
}

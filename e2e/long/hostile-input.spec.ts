import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { expect, test } from 'playwright/test'
import { familyAt, fewMarkedAnswers } from '../support/cast'
import { fuzz, fuzzEnv, memoryOf } from '../support/hostile'
import { startPortal } from '../support/portal'

const ROUNDS = 40
const EACH = 5000

test('200,000 hostile requests over every route: no 5xx, no crash, no hang, and memory stays flat', async () => {
  test.setTimeout(5 * 60 * 60_000)
  const portal = await startPortal({ env: fuzzEnv })
  const other = await familyAt(portal.url, fewMarkedAnswers)
  const byStatus: Record<string, number> = {}
  const byRoute: Record<string, number> = {}
  const faults: string[] = []
  const memory: number[] = []
  let slowestMs = 0
  for (let round = 0; round < ROUNDS; round++) {
    const report = await fuzz(portal, other, { requests: EACH, seed: 1_000_000 * round })
    for (const [status, count] of Object.entries(report.byStatus)) byStatus[status] = (byStatus[status] ?? 0) + count
    for (const [route, count] of Object.entries(report.byRoute)) byRoute[route] = (byRoute[route] ?? 0) + count
    faults.push(...report.faults)
    slowestMs = Math.max(slowestMs, report.slowestMs)
    memory.push(memoryOf(portal) ?? 0)
  }
  const starts = portal.logs.filter((line) => line.includes(' is at http://')).length
  await portal.close()
  const [first = 0, last = 0] = [memory[Math.floor(ROUNDS / 4)], memory.at(-1)]
  const evidence = { on: new Date().toISOString().slice(0, 10), node: process.version, cores: cpus().length, requests: ROUNDS * EACH, byStatus, byRoute, slowestMs, starts, memoryMiB: memory, faults }
  await mkdir('docs/evidence', { recursive: true })
  await writeFile('docs/evidence/fuzz.json', `${JSON.stringify(evidence, null, 2)}\n`)
  expect(faults).toEqual([])
  expect(starts).toBe(1)
  expect(slowestMs).toBeLessThan(5000)
  expect(last - first).toBeLessThan(100)
})

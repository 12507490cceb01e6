import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportOf, type Results } from './report'

const evidence = (name: string) => readFileSync(`docs/evidence/${name}`, 'utf8')
const results = JSON.parse(evidence('bench.json')) as Results

describe('the report of the benchmark', () => {
  it('says what was measured, as it is in docs/evidence', () => {
    expect(reportOf(results)).toBe(evidence('bench.md'))
  })

  it('compares the weight of two copies of the same content', () => {
    const way = (kib: number) => ({ cpu: 1, kib, rounds: [1] })
    const report = reportOf({ ...results, copyCost: { ...results.copyCost, ours: way(111), stock: way(77) } })
    expect(report).toContain('| KiB a copy, and theirs | 111, 77 | – |')
  })
})

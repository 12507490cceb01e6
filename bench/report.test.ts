import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportOf, type Results } from './report'

const evidence = (name: string) => readFileSync(`docs/evidence/${name}`, 'utf8')
const results = JSON.parse(evidence('bench.json')) as Results

describe('the report of the benchmark', () => {
  it('says what was measured, as it is in docs/evidence', () => {
    expect(reportOf(results)).toBe(evidence('bench.md'))
  })

  it('compares what a page costs with the bare server of its own round, as a slow machine makes both dear', () => {
    const wait = { median: 1, p95: 1 }
    const row = (ratio: number) => ({ name: 'GET bench/names', cpu: ratio * 0.1, bare: 0.1, ratio, rounds: [], wait })
    expect(reportOf({ ...results, rows: [row(80)] })).toContain('| GET bench/names | 8.00 | 0.100 | ×80 | ×89 (2.5 of 0.028) | CASA')
    expect(reportOf({ ...results, rows: [row(90)] })).toContain('| GET bench/names | 9.00 | 0.100 | ×90 | ×89 (2.5 of 0.028) (missed) | CASA')
  })

  it('compares the weight of two copies of the same content', () => {
    const way = (kib: number) => ({ cpu: 1, kib, rounds: [1] })
    const report = reportOf({ ...results, copyCost: { ...results.copyCost, ours: way(111), stock: way(77) } })
    expect(report).toContain('| KiB a copy, and theirs | 111, 77 | – |')
  })
})

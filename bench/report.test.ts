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
    const row = (ratio: number, least: number) => ({ name: 'GET bench/names', cpu: ratio * 0.1, bare: 0.1, ratio, rounds: { portal: [ratio * 0.1, least * 0.05], bare: [0.1, 0.05] }, wait })
    const reported = (ratio: number, least: number) => reportOf({ ...results, rows: [row(ratio, least)] })
    expect(reported(80, 70)).toContain('| GET bench/names | 8.00 | 0.100 | ×80 | 3.50, 0.050, ×70 | ×89 (2.5 of 0.028) | CASA')
    expect(reported(90, 70)).toContain('×90 | 3.50, 0.050, ×70 | ×89 (2.5 of 0.028) (missed) | CASA')
    expect(reported(80, 90)).toContain('×80 | 4.50, 0.050, ×90 | ×89 (2.5 of 0.028) (missed) | CASA')
  })

  it('compares the weight of two copies of the same content', () => {
    const way = (kib: number) => ({ cpu: 1, kib, rounds: [1] })
    const report = reportOf({ ...results, copyCost: { ...results.copyCost, ours: way(111), stock: way(77) } })
    expect(report).toContain('| KiB a copy, and theirs | 111, 77 | – |')
  })
})

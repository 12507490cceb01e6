import { createHash } from 'node:crypto'
import type { Summary } from '~/engine/summary'
import { NotFound } from './permissions'
import type { Sent } from './ports'

/** What the council has: what was first sent, with every later change laid over it. */
export function whatStands(sent: readonly Sent[]): Summary {
  const [first, ...later] = sent.map((each) => each.summary)
  if (!first) throw new NotFound('nothing was sent')
  return later.reduce((stands, change) => {
    const changed = new Map(change.sections.flatMap((section) => section.rows.map((row) => [row.question, row] as const)))
    const laid = stands.sections.map((section) => ({ ...section, rows: section.rows.map((row) => changed.get(row.question) ?? row) }))
    const there = new Set(laid.flatMap((section) => section.rows.map((row) => row.question)))
    for (const section of change.sections) {
      const added = section.rows.filter((row) => !there.has(row.question))
      const target = laid.find((each) => each.id === section.id)
      if (target) target.rows = [...target.rows, ...added]
      else laid.push({ ...section, rows: added })
    }
    return { ...stands, name: change.name, sections: laid }
  }, first)
}

/** SHA-256 of a Summary as canonical JSON (keys sorted): the receipt that proves what was sent. */
export const hashOf = (summary: Summary): string => createHash('sha256').update(canonical(summary)).digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

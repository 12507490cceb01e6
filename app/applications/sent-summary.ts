import { createHash } from 'node:crypto'
import { all, type Condition } from '~/engine/condition'
import { restsOn, type Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import { protectionBy } from '~/engine/protection'
import { changesOf, protectedMore, type Summary } from '~/engine/summary'
import type { Sent } from './ports'

/**
 * What the council has of a form: what was first sent, with every later change laid over it. Undefined when nothing was sent through the portal.
 * What a family says later on a form of its own (about a draft plan) changes nothing in it.
 */
export function whatStands(sent: readonly Sent[], form: string): Summary | undefined {
  const [first, ...later] = sent.map((each) => each.summary).filter((each) => each.form === form)
  return later.reduce<Summary | undefined>((stands, change) => {
    if (!stands) return stands
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

/** What has been told since the last sending. What came without a Summary of ours (a letter that was not typed in): all that is told online adds to it. */
export function changesSince(sent: readonly Sent[], now: Summary): ReturnType<typeof changesOf> {
  const stands = whatStands(sent, now.form)
  return stands ? changesOf(stands, now) : { kind: 'added-to', summary: now }
}

/** Whether something that these conditions look at was answered otherwise since it was sent: nobody else can know of it yet. */
export function isUnsent(sent: readonly Sent[], form: Form, now: Summary, conditions: readonly Condition[]): boolean {
  const telling = restsOn(form, all(...conditions))
  return changesSince(sent, now)?.summary.sections.some(({ rows }) => rows.some(({ question }) => telling.has(question))) ?? false
}

/**
 * What was sent, as it may be handed on: whatever the family keeps private now is marked so in everything they sent before. The words
 * and their hash stay as they were.
 */
export const guarded = (sent: readonly Sent[], form: Form, journey: Journey): readonly Sent[] => {
  const protects = protectionBy(form, journey)
  return sent.map((each) => ({ ...each, summary: protectedMore(each.summary, protects) }))
}

/** SHA-256 of a Summary as canonical JSON (keys sorted): the receipt that proves what was sent. */
export const hashOf = (summary: Summary): string => createHash('sha256').update(canonicalJson(summary)).digest('hex')

/** JSON that is the same for the same value, in whatever order its keys were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
}

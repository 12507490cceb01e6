import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, parseKeyRing } from '#db'
import type { Fact } from '~/applications/facts'
import { londonDayOf } from '~/engine/london-day'
import { portalIn } from './portal.contract'

const due = 'WZHL-X2ZB'
const withdrawn = '88Z3-MMT3'
const today = londonDayOf(new Date())
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'))
  expect(portalIn(folder, ['demo']).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

const facts = (...args: string[]) => portalIn(folder, ['facts', ...args])
const listed = (reference: string) => JSON.parse(facts('list', reference).stdout) as Fact[]

/** What the store holds, read as the portal would. */
async function factsIn(...references: string[]): Promise<readonly (readonly Fact[])[]> {
  const store = await openStore(`sqlite:${folder}/data/waymark.db`, parseKeyRing(readFileSync(join(folder, 'data/demo-key-ring.txt'), 'utf8')))
  const held = references.map(async (reference) => store.facts(operator, (await store.application(operator, reference))?.id ?? ''))
  return Promise.all(held).finally(() => store.close())
}
const operator = { role: 'operator' } as const

describe('portal facts', () => {
  it('records what happened, once for each key, in the store that the portal reads, however the reference is typed', async () => {
    const before = listed(due)
    const first = facts('add', 'wzhl x2zb', 'assessment-agreed', '--on', today, '--key', 'k1')
    const again = facts('add', due, 'assessment-agreed', '--on', today, '--key', 'k1')
    const { id } = JSON.parse(first.stdout) as Fact
    expect([first.status, first.stderr, again.status]).toEqual([0, '', 0])
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout))
    const [after = []] = await factsIn(due)
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ id, fact: 'assessment-agreed', on: today, by: 'operator', details: {} })
  })

  it.each([
    ['a fact that cannot follow', [withdrawn, 'assessment-agreed', '--on', today], 'cannot follow withdrawn on '],
    ['a day that has not come', [due, 'caseworker-named', '--on', '2099-01-01', '--details', '{ "name": "Jo" }'], 'has not happened yet'],
    ['details that the fact does not have', [due, 'plan-agreed', '--on', today, '--details', '{ "school": "Oak" }'], '/details'],
    ['a reference that is not there', ['2222-2222', 'plan-agreed', '--on', today], 'There is no application 2222-2222.'],
    ['a key that was used for something else', [due, 'plan-agreed', '--on', today, '--key', 'k1'], 'This key was used for something else.'],
  ])('says no to %s, and records nothing', async (_name, args, reason) => {
    const before = await factsIn(due, withdrawn)
    expect(facts('add', ...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(reason) as string })
    expect(await factsIn(due, withdrawn)).toEqual(before)
  })

  it('says no to a list of an application that is not there', () => {
    expect(facts('list', 'nobody')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('no application nobody') as string })
  })

  it.each([
    ['no date', [due, 'plan-agreed'], '--on'],
    ['a date that is none', [due, 'plan-agreed', '--on', '2026-02-30'], "'2026-02-30' is not a date"],
    ['a fact that is none', [due, 'plan-liked', '--on', today], 'There is no fact plan-liked. Use one of: submitted'],
    ['details that are not JSON', [due, 'plan-agreed', '--on', today, '--details', '{'], '--details is not JSON'],
  ])('wrong use: %s', (_name, args, message) => {
    expect(facts('add', ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) as string })
  })
})

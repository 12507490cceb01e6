import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankAnswers } from '~/engine/describe-form'
import { londonDayOf } from '~/engine/london-day'
import { parentRequest } from '~/forms/parent-request'
import { readPdf, unspaced } from '~/paper/read-pdf.contract'
import { addDays } from '~/timeline'
import { portalIn } from './portal.contract'

const today = londonDayOf(new Date())
const least = blankAnswers(parentRequest, today)
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'import-paper-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Types in these answers, in a folder with the data of a demo. */
function typedIn(answers: object, ...more: string[]) {
  writeFileSync(join(folder, 'letter.json'), JSON.stringify(answers))
  const args = ['import-paper', '--form', 'parent-request', '--answers', 'letter.json', '--received-on', addDays(today, -3), '--by', 'Jo Grey', ...more]
  return portalIn(folder, args, { WAYMARK_MODE: 'demo' })
}
const resultOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Record<string, unknown>

describe('portal import-paper', () => {
  it('records a letter once, with the day it came, and writes the copy to post', async () => {
    const first = typedIn(least, '--how', 'letter', '--out', 'copy.pdf')
    expect([first.status, first.stderr]).toEqual([0, ''])
    const result = resultOf(first)
    expect(result).toMatchObject({ receivedOn: addDays(today, -3), how: 'letter', by: 'Jo Grey', missing: {}, warnings: {}, ignored: [], repeated: false })
    expect(result['due']).toMatchObject({ decideBy: addDays(today, 39), planBy: addDays(today, 109), finalBy: addDays(today, 137) })
    const bytes = readFileSync(join(folder, 'copy.pdf'))
    const { pages } = await readPdf(bytes)
    const text = unspaced(pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join(''))
    for (const said of [result['reference'], result['hash'], 'You wrote us a letter.']) expect(text).toContain(unspaced(String(said)))
    expect(text).not.toContain(unspaced('Jo Grey'))

    const again = typedIn(least, '--how', 'letter', '--out', 'copy.pdf')
    expect(resultOf(again)).toEqual({ ...result, repeated: true })
    expect(readFileSync(join(folder, 'copy.pdf')).equals(bytes)).toBe(true)
    const facts = portalIn(folder, ['facts', 'list', String(result['reference'])])
    expect(JSON.parse(facts.stdout)).toMatchObject([{ fact: 'received-on-paper', on: addDays(today, -3), details: { how: 'letter', keyedInBy: 'Jo Grey' } }])
  }, 120_000)

  it('records what gives no way to reach them, and names it', () => {
    const { requesterEmail: _email, childBirthDate: _birthDate, ...rest } = least as Record<string, unknown>
    const result = resultOf(typedIn({ ...rest, yourRole: 'friend' }))
    expect(Object.keys(result['missing'] as object)).toEqual(['childBirthDate', 'requesterEmail'])
    expect(result).toMatchObject({ ignored: ['yourRole'] })
    expect(result).not.toHaveProperty('email')
  })

  it('is recorded although the copy cannot be written, and says so', () => {
    const answers = { ...least, whyNow: 'Now.' }
    const { status, stdout, stderr } = typedIn(answers, '--out', 'no/such/folder/copy.pdf')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The request is recorded as [0-9A-Z]{4}-[0-9A-Z]{4}, but its copy cannot be written to no\/such\/folder\/copy\.pdf/)
    expect(resultOf(typedIn(answers))).toMatchObject({ repeated: true })
  })

  it.each([
    ['a day that has not come', least, ['--received-on', addDays(today, 1)], 'has not happened yet'],
    ['a day before these limits were law', least, ['--received-on', '2015-03-22'], 'is too long ago'],
    ['answers that the form refuses', { ...least, shoeSize: 3 }, [], 'shoeSize: this form has no such question. Take it out.'],
    ['what is no request', {}, [], 'Nothing was recorded. Still missing:\naskForAssessment: '],
    ['nobody who types it in', least, ['--by', ' '], '--by is a name'],
  ])('says no to %s', (_what, answers, more, reason) => {
    expect(typedIn(answers, '--out', 'never.pdf', ...more)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(reason) as string })
    expect(existsSync(join(folder, 'never.pdf'))).toBe(false)
  })

  it.each([
    ['no such form', ['--form', 'none'], 'There is no form none.'],
    ['no such language', ['--lang', 'xx'], 'There is no language xx.'],
    ['no date', ['--received-on', '20/11/2026'], "'20/11/2026' is not a date"],
    ['no such way', ['--how', 'pigeon'], '--how'],
  ])('wrong use: %s', (_what, more, message) => {
    expect(typedIn(least, ...more)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) as string })
  })
})

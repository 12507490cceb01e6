import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, parseKeyRing } from '#db'
import type { Store } from '~/applications/ports'
import { portalIn } from './portal.contract'

const sample = readFileSync(new URL('./fixtures/establishments.csv', import.meta.url), 'utf8')
const [heading = '', ...lines] = sample.trimEnd().split('\n')
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'establishments-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const imported = (file = 'list.csv', ...options: readonly string[]) => portalIn(folder, ['establishments', 'import', file, ...options], { WAYMARK_MODE: 'demo' })
function importing(content: string | Buffer, ...options: readonly string[]) {
  writeFileSync(join(folder, 'list.csv'), content)
  return imported('list.csv', ...options)
}

/** What the store holds, read as the portal would. */
async function inStore<Result>(ask: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(`sqlite:${folder}/data/waymark.db`, parseKeyRing(readFileSync(join(folder, 'data/demo-key-ring.txt'), 'utf8')))
  return ask(store).finally(() => store.close())
}
const found = (text: string) => inStore((store) => store.findEstablishments(text))

const done = (listed: number, added: number, changed: number, unchanged: number, unlisted: number) => ({
  status: 0,
  stdout: `Listed: ${listed}. New: ${added}. Changed: ${changed}. As before: ${unchanged}. No longer listed: ${unlisted}.\n`,
  stderr: '',
})

describe('portal establishments import', () => {
  it('takes in a list once, whatever it is run again with, and finds what is in it', async () => {
    expect(importing(sample)).toEqual(done(3, 3, 0, 0, 0))
    expect(importing(`\uFEFF${sample.replaceAll('\n', '\r\n')}`)).toEqual(done(3, 0, 0, 3, 0))
    expect(await found('bride anyborough')).toMatchObject([{ urn: '990102', name: "St Bride's School, Anyborough", status: 'open', street: '2, Bride Street', lowAge: 4, highAge: 11 }])
    expect(await found('quarry')).toMatchObject([{ status: 'closed', lowAge: null, phone: '' }])
  })

  it('reads a file from Windows, and the same in UTF-8', async () => {
    const inWindows = Buffer.concat([Buffer.from(`${heading}\n990104,999,Anyborough,St Aidan`), Buffer.from([0x92]), Buffer.from('s Caf'), Buffer.from([0xe9]), Buffer.from(' School,Free school,Open,Primary,4,11,,,,Anyborough,,,,,\n')])
    expect(importing(inWindows, '--shorter')).toEqual(done(1, 1, 0, 0, 3))
    expect(importing(`${heading}\n990104,999,Anyborough,St Aidan’s Café School,Free school,Open,Primary,4,11,,,,Anyborough,,,,,\n`)).toEqual(done(1, 0, 0, 1, 0))
  })

  it('marks what is gone from the file as no longer listed, and keeps it', async () => {
    importing(sample, '--shorter')
    expect(importing([heading, lines[0], lines[2]].join('\n'), '--shorter')).toEqual(done(2, 0, 0, 2, 1))
    expect(await inStore((store) => store.establishment('990102'))).toMatchObject({ name: "St Bride's School, Anyborough", unlistedAt: expect.any(String) as string })
    expect(importing(sample)).toEqual(done(3, 0, 1, 2, 0))
  })

  it('says no to a file that leaves out many schools, unless it is meant to', async () => {
    importing(sample, '--shorter')
    const part = [heading, lines[0], lines[2]].join('\n')
    expect(importing(part)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('leaves out 1 schools that are listed now') as string })
    expect(await found('bride anyborough')).toHaveLength(1)
    expect(importing(part, '--shorter').status).toBe(0)
    expect(await found('bride anyborough')).toEqual([])
  })

  it.each([
    ['a number that is none', sample.replace('990102', 'x1'), "line 3, URN ('x1'): not a number of the register. Write its five to seven digits."],
    ['a status that is none', sample.replace(',Closed,', ',Shut,'), `line 4, EstablishmentStatus (name) ('Shut'): not a status. Write one of "Open" /`],
    ['an age that is none', sample.replace(',4,11,Larch', ',four,11,Larch'), "line 2, StatutoryLowAge ('four'): not an age in years."],
    ['no name', sample.replace('Larch Lane Primary School', ' '), "line 2, EstablishmentName (''): a school needs a name."],
    ['a school twice', `${sample}${lines[0]}\n`, 'line 5: the URN 990101 is on an earlier line too.'],
    ['a row that is too short', `${sample}990105,short\n`, 'line 5'],
    ['a quotation without an end', `${sample}990105,"short\n`, 'not a CSV file'],
    ['a column that is missing', sample.replace('Town', 'City'), 'The file has no column Town.'],
    ['a heading alone', `${heading}\n`, 'list.csv lists no school.'],
    ['nothing', '', 'list.csv lists no school.'],
  ])('says no to %s, with the line and how to mend it, and changes nothing', async (_name, content, reason) => {
    importing(sample, '--shorter')
    const changed = content.replace('Old Quarry School', 'New Quarry School')
    expect(importing(changed)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(reason) as string })
    expect(await found('quarry')).toMatchObject([{ name: 'Old Quarry School' }])
  })

  it('tells the first twenty faults, and how many more there are', () => {
    const wrong = Array.from({ length: 30 }, (_, index) => (lines[0] ?? '').replace('990101', `0${index}`))
    const { stderr } = importing([heading, ...wrong].join('\n'))
    expect(stderr.trimEnd().split('\n')).toHaveLength(22)
    expect(stderr).toContain('… and 10 more.\nNothing was changed.')
  })

  it('says no to a file that is not there', () => {
    expect(imported('nowhere.csv')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Cannot read nowhere.csv') as string })
  })

  it('takes in a list as long as the register, and says how far it is', async () => {
    const columns = heading.split(',')
    const rowOf = (number: number) => ({
      'URN': 100_000 + number,
      'EstablishmentName': `Fern ${number} School`,
      'EstablishmentStatus (name)': number % 2 ? 'Closed' : 'Open',
      'Town': `Town ${number % 300}`,
      'Postcode': `AB${number % 90} ${number % 10}AA`,
      'StatutoryLowAge': 4,
    })
    const blocks = Array.from({ length: 50 }, (_, block) => stringify(Array.from({ length: 1000 }, (_row, index) => rowOf(block * 1000 + index)), { header: block === 0, columns }))
    await pipeline(Readable.from(blocks), createWriteStream(join(folder, 'long.csv')))
    importing(sample)
    const from = performance.now()
    const ran = imported('long.csv')
    // "In seconds" it is, though beside other tests: about 5 by itself.
    expect((performance.now() - from) / 1000).toBeLessThan(50)
    expect(ran).toEqual({ ...done(50_000, 50_000, 0, 0, 3), stderr: [1, 2, 3, 4, 5].map((each) => `${each}0000 rows read\n`).join('') })
    expect(await found('fern 49998')).toMatchObject([{ urn: '149998', town: 'Town 198', status: 'open', lowAge: 4, highAge: null }])
    expect(imported('long.csv').stdout).toBe(done(50_000, 0, 0, 50_000, 0).stdout)
  }, 120_000)
})

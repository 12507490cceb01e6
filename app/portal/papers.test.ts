import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, parseKeyRing } from '#db'
import { diskObjects } from '~/adapters/objects-disk'
import { noScanner } from '~/adapters/scan-none'
import { checkUploads } from '~/applications/check-uploads'
import { families } from '#db/seed/families'
import { formNamed } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { portalIn } from './portal.contract'

const family = families.find(({ papers }) => papers)
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
  expect(portalIn(folder, ['demo']).status).toBe(0)
  // The portal that checks is not running: what it does is done here.
  const store = await openStore(`sqlite:${folder}/data/waymark.db`, parseKeyRing(readFileSync(join(folder, 'data/demo-key-ring.txt'), 'utf8')))
  const clock = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) }
  const inspector = { inspect: async ({ bytes }: { bytes: AsyncIterable<Uint8Array> }) => ({ type: 'txt' as const, size: 1, copy: bytes }), close: async () => undefined }
  const painter = { pages: async () => ({ pages: 0, pictures: [] }), join: () => { throw new Error('nothing is joined here') }, close: async () => undefined }
  const council = { name: 'Anyborough Council', phone: '', mailbox: 'send@anyborough.example', postcodeAreas: [] }
  await checkUploads({ store, clock, objects: diskObjects(join(folder, 'data/files'), 0), scanner: noScanner(), inspector, painter, wordsFor, formNamed, council, baseUrl: '' })
  await store.close()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('portal papers', () => {
  it('lists what a family sent, writes it to a folder, and leaves a note that it was opened', () => {
    const { status, stdout, stderr } = portalIn(folder, ['papers', family?.reference ?? '', '--out', 'theirs'])
    expect([status, stderr]).toEqual([0, ''])
    const names = family?.papers?.map(({ name }) => name) ?? []
    expect((JSON.parse(stdout) as { name: string; state: string }[]).map(({ name, state }) => [name, state])).toEqual(names.map((name) => [name, 'ready']))
    const written = readdirSync(join(folder, 'theirs'))
    expect(written.map((name) => name.slice(9)).sort()).toEqual([...names].sort())
    const first = written.find((name) => name.endsWith(names[0] ?? ''))
    expect(readFileSync(join(folder, 'theirs', first ?? ''), 'utf8')).toBe(family?.papers?.[0]?.text)
  })

  it('says no to an application that is not there', () => {
    expect(portalIn(folder, ['papers', '2222-2222'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('no application') as string })
  })
})

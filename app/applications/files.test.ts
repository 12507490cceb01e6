import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskObjects } from '~/adapters/objects-disk'
import { parentRequest } from '~/forms/parent-request'
import { youngPersonRequest } from '~/forms/young-person-request'
import { wordsFor } from '~/i18n/words'
import { attach, type SentFile } from './attach'
import { checkUploads } from './check-uploads'
import { fileName } from './file-name'
import { council, house, stranger, visitor } from './fixtures/house'
import { forgetObjects } from './forget-objects'
import { openUpload, removeUpload, uploadsOf } from './open-upload'
import { NotAllowed, NotFound } from './permissions'
import { InspectorFailed } from './failures'
import { sendMessages } from './send-messages'
import { submit } from './submit'
import type { Bytes, Inspector, ScanResult } from './ports'
import type { Services } from './services'

const home = house()
const limits = { files: 4, bytes: 1000, draftBytes: 3000, fileBytes: 300, videoBytes: 500, unfinishedHours: 24 }
let folder: string
let said: ScanResult
let inspect: Inspector['inspect']
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-files-'))
  said = 'clean'
  inspect = async ({ bytes }) => {
    const text = (await whole(bytes)).toString()
    return { type: 'txt', size: text.length, copy: of(text.toUpperCase()) }
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* of(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}
async function whole(bytes: Bytes): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
const services = (): Services => ({
  ...home.services,
  objects: diskObjects(folder, 0),
  scanner: { scan: async (bytes) => (await whole(bytes), said) },
  inspector: { inspect: (file) => inspect(file), close: async () => undefined },
  uploadLimits: limits,
})
const send = async (reference: string, file: Partial<SentFile> = {}) => attach(services(), visitor, reference, { name: 'letter.txt', bytes: of('Dear Ms ', 'Lee'), ...file })
const files = async (reference: string) => (await uploadsOf(services(), visitor, reference)).uploads
const objectsLeft = async () => {
  const names: string[] = []
  for await (const { name } of diskObjects(folder).list()) names.push(name)
  return names.length
}

describe('a family that sends a paper', () => {
  it('can open it once it was checked, and it is written down who did', async () => {
    const { reference } = await home.draft()
    const sent = await send(reference)
    const id = 'upload' in sent ? sent.upload.id : ''
    await expect(openUpload(services(), visitor, reference, id)).rejects.toThrow(NotFound)
    expect(await checkUploads(services())).toBe(1)
    expect(await files(reference)).toMatchObject([{ state: 'ready', name: 'letter.txt', type: 'txt', scanned: true }])
    expect((await whole((await openUpload(services(), visitor, reference, id)).bytes)).toString()).toBe('DEAR MS LEE')
    expect((await uploadsOf(services(), visitor, reference)).openings).toHaveLength(1)
    await expect(openUpload(services(), stranger, reference, id)).rejects.toThrow(NotFound)
    await expect(attach(services(), council, reference, { name: 'a.txt', bytes: of('x') })).rejects.toThrow(NotAllowed)
    expect(await objectsLeft()).toBe(1)
    await removeUpload(services(), visitor, reference, id)
    expect([await files(reference), await objectsLeft()]).toEqual([[], 0])
  })

  it('lets the council know after sending: once for all that come within ten minutes, with nothing that they say', async () => {
    const told = async () => (await sendMessages(services()), home.posted.map(({ to, subject }) => [to, subject]))
    const { reference } = await home.draft()
    await send(reference, { name: 'before.txt', bytes: of('before') })
    await checkUploads(services())
    await submit(services(), visitor, parentRequest, reference)
    const before = await told()
    await send(reference, { name: 'one.txt', bytes: of('one') })
    await send(reference, { name: 'two.txt', bytes: of('two') })
    await send(reference, { name: 'three.exe' })
    await checkUploads(services())
    expect(await told()).toEqual(before)
    home.later(10)
    expect(await told()).toEqual([...before, ['send@anyborough.example', `New papers for request ${reference}`]])
    expect(home.posted.at(-1)?.body).not.toMatch(/one|two/)
    home.later(10)
    expect(await told()).toHaveLength(before.length + 1)
  })

  it('is told why a paper was refused, and nothing of it is kept', async () => {
    const { reference } = await home.draft()
    await send(reference, { name: 'a.exe' })
    await send(reference, { bytes: of('') })
    await send(reference, { bytes: of('x'.repeat(200), 'x'.repeat(101)) })
    expect((await files(reference)).map(({ state, refused }) => [state, refused])).toEqual([['refused', 'wrong-kind'], ['refused', 'empty'], ['refused', 'too-big']])
    expect(await objectsLeft()).toBe(0)
    await send(reference)
    expect(await send(reference, { name: 'other.txt' })).toEqual({ refused: 'too-many' })
  })

  it.each([['infected', 'virus'], ['too-big', 'too-big-to-scan']] as const)('is told when the scanner says %s', async (answer, code) => {
    const { reference } = await home.draft()
    await send(reference)
    said = answer
    await checkUploads(services())
    expect([(await files(reference))[0]?.refused, await objectsLeft()]).toEqual([code, 0])
  })

  it('has it looked into before the scanner sees it: a scanner can be made to unpack what is packed without end', async () => {
    const { reference } = await home.draft()
    await send(reference)
    inspect = async () => ({ refused: 'too-packed' })
    const scan = () => Promise.reject(new Error('This is not for a scanner.'))
    await checkUploads({ ...services(), scanner: { scan } })
    expect((await files(reference))[0]?.refused).toBe('too-packed')
  })

  it.each([['day.mp4', 'checking'], ['IMG_0001.MOV', 'checking'], ['sound.m4a', 'refused']])('may send a film that is larger than other files may be: %s', async (name, state) => {
    const { reference } = await home.draft()
    await send(reference, { name, bytes: of('x'.repeat(limits.fileBytes + 1)) })
    await send(reference, { name, bytes: of('x'.repeat(limits.videoBytes + 1)) })
    expect((await files(reference)).map((each) => each.state)).toEqual([state, 'refused'])
  })

  it('may send a file that is the answer to a question where its form says so; a better one answers the same', async () => {
    const { reference } = await home.draft({}, visitor, youngPersonRequest)
    const sent = await send(reference, { about: 'goodDay' })
    const answer = { about: 'goodDay', details: { paperKind: 'child-views', paperWords: 'child', paperTitle: wordsFor('en').text('young-person-request:questions.goodDay.label') } }
    expect(sent).toMatchObject({ upload: answer })
    expect(await send(reference, { name: 'better.txt', replaces: 'upload' in sent ? sent.upload.id : '' })).toMatchObject({ upload: answer })
    for (const about of ['myEmail', '__proto__', '']) expect(await send(reference, { name: `${about}.txt`, about })).not.toHaveProperty('upload.about')
  })

  it('waits while the scanner is down, and a demo without one says that nothing was scanned', async () => {
    const { reference } = await home.draft()
    await send(reference)
    said = 'unavailable'
    await checkUploads(services())
    expect([(await files(reference))[0]?.state, await objectsLeft(), await checkUploads(services())]).toEqual(['checking', 1, 0])
    said = 'none'
    home.later(3)
    await checkUploads(services())
    expect(await files(reference)).toMatchObject([{ state: 'ready', scanned: false }])
  })

  it('is told that a paper could not be checked when the inspection breaks down three times', async () => {
    const { reference } = await home.draft()
    await send(reference)
    inspect = () => Promise.reject(new InspectorFailed())
    for (let time = 0; time < 3; time++) {
      await checkUploads(services())
      home.later(3)
    }
    expect(await files(reference)).toMatchObject([{ state: 'refused', refused: 'could-not-check' }])
  })

  it('who goes away in the middle leaves nothing, and can send it again; pressed twice, it is there once', async () => {
    const { reference } = await home.draft()
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Dear')
      throw new Error('the line was cut')
    }
    await expect(send(reference, { id: 'one', bytes: cut() })).rejects.toThrow('the line was cut')
    expect([await files(reference), await objectsLeft()]).toEqual([[], 0])
    await send(reference, { id: 'one' })
    await send(reference, { id: 'one' })
    expect([(await files(reference)).length, await objectsLeft()]).toEqual([1, 1])
  })

  it('sends the same bytes under the same name again, and has them once; other bytes or another name are another file', async () => {
    const { reference } = await home.draft()
    const first = await send(reference)
    expect(await send(reference)).toEqual(first)
    await send(reference, { name: 'copy.txt' })
    await send(reference, { bytes: of('Dear Mr Lee') })
    expect([(await files(reference)).length, await objectsLeft()]).toEqual([3, 3])
    await checkUploads(services())
    await send(reference)
    expect([(await files(reference)).length, await objectsLeft()]).toEqual([3, 3])
  })

  it('keeps the old one when it sends a better one', async () => {
    const { reference } = await home.draft()
    await send(reference, { id: 'old' })
    await send(reference, { id: 'new', replaces: 'old', bytes: of('Dear Ms Lee-Brown') })
    expect((await files(reference)).map(({ id, replaces }) => [id, replaces])).toEqual([['old', undefined], ['new', 'old']])
    await expect(send(reference, { replaces: 'nothing' })).rejects.toThrow(NotFound)
  })
})

describe('the sweeper', () => {
  it('deletes what no record names, once it is old', async () => {
    const { reference } = await home.draft()
    await send(reference)
    await diskObjects(folder).put('nobodys-object', of('x'))
    const inDays = (days: number): Services => ({ ...services(), clock: { ...home.services.clock, now: () => new Date(Date.now() + days * 86_400_000).toISOString() } })
    expect(await forgetObjects(inDays(0))).toBe(0)
    expect(await forgetObjects(inDays(2))).toBe(1)
    expect([await objectsLeft(), (await files(reference)).length]).toEqual([1, 1])
  })
})

describe('the name of a file', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'], ['C:\\Users\\ann\\letter.pdf', 'letter.pdf'], ['../../etc/passwd', 'passwd'], ['a\u202efdp.exe', 'afdp.exe'], ['a\0b.pdf', 'ab.pdf'],
    ['a\r\nb.pdf', 'ab.pdf'], ['.hidden', 'hidden'], ['', ''], ['Zoë’s <b>.pdf', 'Zoë’s b.pdf'], ['a\ud800.pdf', 'a.pdf'],
  ])('%j becomes %j', (given, name) => expect(fileName(given)).toBe(name))
  it('is never long, and keeps its ending', () => {
    expect(fileName(`${'😀'.repeat(300)}.docx`)).toBe(`${'😀'.repeat(115)}.docx`)
  })
})

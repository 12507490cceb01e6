import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { eicar, hasClamd, startClamd } from '~/adapters/clamd.contract'
import { docx, docxSaying } from '~/evidence/fixtures/archives'
import { photo } from '~/evidence/fixtures/media'
import { page, stream } from '~/evidence/fixtures/pdfs'
import { refusedDocuments } from '~/evidence/fixtures/refused-documents'
import { refusedMedia } from '~/evidence/fixtures/refused-media'
import { refusedPdfs, SCRIPT } from '~/evidence/fixtures/refused-pdfs'
import type { RefusalCode } from '~/applications/uploads'
import { familyAt, newEmail } from './support/cast'
import { say } from './support/fill'
import { cardIn, saidOf, untilReady } from './support/papers'
import { startPortal } from './support/portal'

// Hostile and odd files, made here, are sent to the real portal with a real scanner: each is refused for its own reason, or tamed.

type Hostile = readonly [name: string, bytes: () => Buffer | Promise<Buffer>, fault: RefusalCode]
/** Of what is packed most, one is enough here: all are read in app/evidence. */
const some = refusedDocuments.filter((_, at) => at % 5 === 0)
const corpus: readonly Hostile[] = [
  ...[...some, ...refusedMedia, ...refusedPdfs.filter(([, , , fault]) => fault !== 'too-packed')].map(([, name, bytes, fault], at): Hostile => [`${at} ${name}`, bytes, fault]),
  ['virus.txt', () => Buffer.from(eicar()), 'virus'],
  ['virus.docx', () => docxSaying(`<w:p><w:r><w:t>${eicar()}</w:t></w:r></w:p>`), 'virus'],
  ['virus.pdf', () => page({ onPage: '/Thing 6 0 R', objects: [stream(Buffer.from(eicar()))] }), 'virus'],
  ['setup.exe', () => Buffer.from('MZ'), 'wrong-kind'],
  ['page.html', () => Buffer.from('<script>alert(1)</script>'), 'wrong-kind'],
  ['drawing.svg', () => Buffer.from('<svg/>'), 'wrong-kind'],
  ['noending', () => Buffer.from('x'), 'wrong-kind'],
  ['nothing.pdf', () => Buffer.alloc(0), 'empty'],
  ['large.txt', () => Buffer.alloc(9 * 1024 * 1024, 'x'), 'too-big'],
]

const isLong = process.env['WAYMARK_LONG'] === '1'
/** `npm run test:long` sends all of them. Each is inspected in every run (app/evidence); by HTTP, one for each reason shows that the reason arrives. */
const sent = isLong ? corpus : corpus.filter(([, , fault], at) => corpus.findIndex((each) => each[2] === fault) === at)

test('hostile files are each refused for their own reason, and what can be tamed is (needs clamd)', async () => {
  test.skip(!hasClamd(), 'clamd is not installed')
  test.setTimeout(360_000)
  expect(corpus.length).toBeGreaterThanOrEqual(60)
  expect(sent.length).toBeGreaterThan(9)
  const clamd = await startClamd()
  const portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', UPLOAD_FILES: '200', UPLOAD_FILE_MB: '8', CLAMD_SOCKET: clamd.socket } })
  try {
    const shelves = join(portal.dataDir, 'files')
    const objects = () => readdirSync(shelves).flatMap((shelf) => readdirSync(join(shelves, shelf)))
    const before = objects().length
    const { visitor, draft } = await familyAt(portal.url, undefined, newEmail())
    const papers = `/applications/${draft}/papers`
    const tamed = [['script.pdf', page({ catalog: `/OpenAction ${SCRIPT}` })], ['photo.jpg', await photo()], ['letter.docx', await docx({ 'docProps/core.xml': '<a>Jane Canary</a>' })]] as const
    const files = [...(await Promise.all(sent.map(async ([name, bytes]) => ({ name, bytes: Buffer.from(await bytes()) })))), ...tamed.map(([name, bytes]) => ({ name, bytes }))]
    for (let at = 0; at < files.length; at += 10) expect((await visitor.sendFiles(papers, files.slice(at, at + 10))).status).toBe(303)

    const waiting = async () => {
      const { text } = await visitor.ask(papers)
      return files.map(({ name }) => name).filter((name) => cardIn(text, name).includes(say('papers:states.checking')))
    }
    await expect.poll(waiting, { timeout: 240_000 }).toEqual([])
    for (const [name] of tamed) {
      const copy = await visitor.ask(await untilReady(visitor, papers, name))
      expect([name, copy.status, /JavaScript|Jane Canary/.test(copy.body.toString('latin1'))]).toEqual([name, 200, false])
    }
    const list = (await visitor.ask(papers)).text
    const said = sent.map(([name]) => [name, /<p class="govuk-body">([^<]+)</.exec(cardIn(list, name))?.[1]?.replaceAll('&#x27;', '’')])
    expect(said).toEqual(sent.map(([name, , fault]) => [name, saidOf(fault, name)]))

    // Nothing of what was refused stays: what there is more is what was tamed, and a picture of the page and of the photo.
    await expect.poll(() => objects().length).toBe(before + tamed.length + 2)
  } finally {
    await portal.close()
    await clamd.close()
  }
})

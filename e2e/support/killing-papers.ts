import { readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { diskObjects } from '~/adapters/objects-disk'
import { forgetObjects } from '~/applications/forget-objects'
import { photo } from '~/evidence/fixtures/media'
import { page } from '~/evidence/fixtures/pdfs'
import { openStore, parseKeyRing } from '#db'
import { familyAt, newEmail, type Family } from './cast'
import { cardIn, untilReady } from './papers'
import type { Portal } from './portal'
import { senderAt } from './tus'

// Papers are sent while the process is killed, again and again, each time after another change on the disk: in the middle of a piece, between a piece
// and its record, while a copy is made, scanned or painted, while photos are joined, between a copy and what it came from. What was acknowledged must be there.

/** Changes in the folder of the files, from the first piece of a paper to the last object that is deleted when it was checked. */
const CHANGES_OF_A_PAPER = 40
const PIECES = 3
const PIECE_BYTES = 90_000

export interface PaperKillReport {
  readonly kills: number
  /** In which state the newest paper was found after each kill. */
  readonly found: Readonly<Record<string, number>>
  /** What was acknowledged and is not there, or not as it was sent. */
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Records without their objects, and objects without a record, once the sweeper went through. */
  readonly recordsAlone: readonly string[]
  readonly objectsAlone: readonly string[]
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 200))
/** How each paper is sent: a text or a PDF in pieces, a text by the form of a page without scripts, or photos that are there and are joined. */
const wayOf = (paper: number) => (['pieces', 'pdf', 'form', 'pieces', 'joined'] as const)[paper % 5] ?? 'pieces'
const isPdf = (paper: number) => wayOf(paper) === 'pdf' || wayOf(paper) === 'joined'
const bytesOf = (paper: number) =>
  wayOf(paper) === 'pdf' ? page({ trailer: `/Kill ${paper}`, objects: [{ dictionary: '', bytes: Buffer.alloc(PIECE_BYTES, `${paper} `) }] }) : Buffer.from(`${paper} Maya reads well. `.repeat(20_000)).subarray(0, PIECES * PIECE_BYTES)
const nameOf = (paper: number) => `paper ${paper}.${isPdf(paper) ? 'pdf' : 'txt'}`
/** A text is handed out as it was sent; a PDF is cleaned, or made here. */
const isWhole = (paper: number, body: Buffer) => (isPdf(paper) ? body.subarray(0, 5).toString() === '%PDF-' && body.subarray(-10).toString().includes('%%EOF') : body.equals(bytesOf(paper)))

/** @param portal with room for so many papers */
export async function killWhileSendingPapers(portal: Portal, kills: number): Promise<PaperKillReport> {
  const lost: string[] = []
  const doubled: string[] = []
  const found: Record<string, number> = {}
  const family = await familyAt(portal.url, undefined, newEmail())
  const papers = `/applications/${family.sent}/papers`
  const sender = await senderAt(portal.url, family.visitor, papers)

  /** By the form of a page without scripts, all at once. */
  const postForm = async (paper: number) => {
    const { status, location } = await family.visitor.sendFiles(papers, [{ name: nameOf(paper), bytes: bytesOf(paper) }])
    if (status !== 303 || location !== papers) throw new Error(`${nameOf(paper)} was answered ${status} ${location}`)
  }
  /** In pieces, from what is there on. */
  const places = new Map<number, string>()
  const acknowledged = new Map<number, number>()
  const placeOf = async (paper: number): Promise<string> => {
    const known = places.get(paper)
    if (known !== undefined) return known
    const { status, location } = await sender.announce({ name: nameOf(paper), bytes: bytesOf(paper) })
    if (status !== 201) throw new Error(`${nameOf(paper)} was answered ${status}`)
    places.set(paper, location)
    return location
  }
  const sendPieces = async (paper: number) => {
    const bytes = bytesOf(paper)
    const location = await placeOf(paper)
    let came = await sender.came(location)
    const before = acknowledged.get(paper) ?? 0
    if (came < before) lost.push(`${nameOf(paper)}: ${before} bytes acknowledged, ${came} there`)
    while (came < bytes.length) {
      const answer = await sender.send(location, came, bytes.subarray(came, came + PIECE_BYTES))
      if (answer.status !== 204) throw new Error(`${nameOf(paper)} was answered ${answer.status}`)
      came = Number(answer.headers['upload-offset'])
      acknowledged.set(paper, came)
    }
  }
  const photos: string[] = []
  const joinPhotos = async (paper: number) => {
    const form = new URLSearchParams([['csrf', await family.visitor.token()], ...photos.map((id) => ['photo', id]), ['name', `paper ${paper}`]])
    const { status, location } = await family.visitor.ask(`${papers}/join`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: form.toString() })
    if (status !== 303 || location !== papers) throw new Error(`${nameOf(paper)} was answered ${status} ${location}`)
  }
  const send = (paper: number) => (wayOf(paper) === 'form' ? postForm(paper) : wayOf(paper) === 'joined' ? joinPhotos(paper) : sendPieces(paper))
  const cards = async () => (await family.visitor.ask(papers)).text
  const fileIn = (html: string, paper: number) => /href="([^"]+\/file)"/.exec(cardIn(html, nameOf(paper)))?.[1]

  const waitForAll = async (papersSent: number) => {
    for (;;) {
      const html = await cards()
      const open = Array.from({ length: papersSent }, (_, paper) => fileIn(html, paper))
      if (open.every((each) => each !== undefined)) return open
      if (html.includes('govuk-tag--red')) throw new Error('A paper was refused.')
      await pause()
    }
  }

  for (const name of ['one.jpg', 'two.jpg']) {
    await family.visitor.sendFiles(papers, [{ name, bytes: await photo() }])
    photos.push((await untilReady(family.visitor, papers, name)).split('/').at(-2) ?? '')
  }
  for (let kill = 0; kill < kills; kill++) {
    let changes = 0
    let isDead = false
    const killAt = 1 + (kill * 9) % CHANGES_OF_A_PAPER
    const watcher = watch(join(portal.dataDir, 'files'), { recursive: true })
    const struck = new Promise<void>((resolve) => watcher.on('change', () => void ((changes += 1) === killAt && resolve())))
    const work = (async () => {
      await send(kill)
      // An inspection gives way to everybody who asks: asked without a pause, it would never end.
      while (!isDead && !fileIn(await cards(), kill)) await pause()
    })().catch((error: unknown) => {
      if (!isDead) throw error
    })
    await Promise.race([struck.then(() => (isDead = true)), work])
    isDead = true
    await portal.kill9()
    await work
    watcher.close()
    const state = newestState(portal)
    found[state] = (found[state] ?? 0) + 1
    await portal.start()
    await send(kill)
  }

  const open = await waitForAll(kills)
  for (const [paper, path] of open.entries()) {
    const { body } = await family.visitor.ask(path ?? '')
    if (!isWhole(paper, body)) lost.push(`${nameOf(paper)}: ${body.length} bytes, not as sent`)
  }
  // What a form brought when the process was killed is on its way for ever; nothing of it arrived, and it is forgotten in time.
  const arrived = (await cards()).split('govuk-summary-card__title"').filter((card) => card.includes('/file"'))
  for (let paper = 0; paper < kills; paper++) if (arrived.filter((card) => card.startsWith(`>${nameOf(paper)}<`)).length !== 1) doubled.push(nameOf(paper))
  await portal.kill9()
  return { kills, found, lost, doubled, ...(await loneOnes(portal, family)) }
}

const database = ({ dataDir }: Portal) => new Sqlite(join(dataDir, 'waymark.db'), { readonly: true })

function newestState(portal: Portal): string {
  const sqlite = database(portal)
  const row = sqlite.prepare<[], { state: string }>('SELECT state FROM uploads ORDER BY place DESC LIMIT 1').get()
  sqlite.close()
  return row?.state ?? 'nothing'
}

/** Sweeps as the portal does, in two days' time, and compares what is named with what is there. */
async function loneOnes(portal: Portal, { sent }: Family): Promise<Pick<PaperKillReport, 'recordsAlone' | 'objectsAlone'>> {
  const objects = diskObjects(join(portal.dataDir, 'files'))
  const store = await openStore(`sqlite:${join(portal.dataDir, 'waymark.db')}`, parseKeyRing(readFileSync(join(portal.dataDir, 'demo-key-ring.txt'), 'utf8')))
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString()
  const limits = { files: 1, bytes: 1, draftBytes: 1, fileBytes: 1, videoBytes: 1, unfinishedHours: 24 }
  await forgetObjects({ store, objects, uploadLimits: limits, clock: { now: () => inTwoDays, today: () => inTwoDays.slice(0, 10) } })
  await store.close()
  const there = new Set<string>()
  for await (const { name } of objects.list()) there.add(name)
  const sqlite = database(portal)
  const named = sqlite
    .prepare<[], { object: string }>(
      `SELECT object FROM uploads WHERE state IN ('checking', 'ready') AND id NOT IN (SELECT upload FROM upload_objects WHERE kind = 'piece')
       UNION SELECT object FROM upload_objects`,
    )
    .all()
    .map(({ object }) => object)
  sqlite.close()
  if (named.length === 0) throw new Error(`${sent} has no papers.`)
  return { recordsAlone: named.filter((each) => !there.has(each)), objectsAlone: [...there].filter((each) => !named.includes(each)) }
}

import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Form } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { forms } from '~/forms/index'
import { begin, fill, pagePath, savePage, sendIn, smallestOf } from './http-family'
import { visitorAt, type Visitor } from './http-visitor'
import type { Portal } from './portal'

// Families save while the process is killed, again and again. What was acknowledged (303) must be there after the restart, once.

/** Pages that everybody comes to and a box of each that takes any words and is enough by itself: the first five of a form. */
const placesOf = (form: Form): readonly { readonly page: string; readonly field: string }[] =>
  journeyOf(form, {}, new Date().toISOString().slice(0, 10))
    .stops.flatMap(({ page }) => {
      const field = page.questions.find(({ kind }) => kind.name === 'text')
      return field && page.questions.every((each) => each === field || each.need !== 'required') ? [{ page: page.id, field: field.id }] : []
    })
    .slice(0, 5)

interface Place {
  readonly page: string
  readonly field: string
  /** What was last acknowledged, and what was sent after it without an answer. */
  text: string
  unsure: string | undefined
  /** How many saves were acknowledged or found: the revision counts commits. */
  revision: number
}

interface Writer {
  readonly visitor: Visitor
  readonly form: Form
  readonly draft: string
  readonly places: readonly Place[]
}

export interface KillReport {
  readonly kills: number
  readonly acknowledged: number
  /** Saves that were answered with 303 and are not there. */
  readonly lost: readonly string[]
  /** Saves that were committed more often than they were sent, and requests sent twice. */
  readonly doubled: readonly string[]
}

export interface Campaign {
  readonly kills: number
  readonly writers: number
  /** Saves that are waited for before each kill; the kill comes at a random one after half of them. */
  readonly savesBeforeKill: number
  /** Where families go; the portal itself unless something stands before it. */
  readonly url?: string
  /** Systems that may read what was sent. */
  readonly key: string
}

/** What a form becomes once it is sent: a request, or what a child or a school told the council. */
const RECEIVED = ['submitted', 'brought-to-notice']

/** The forms take turns. */
const formAt = (turn: number): Form => forms[turn % forms.length] as Form

/** @param portal started with an API key for `key` */
export async function killWhileSaving(portal: Portal, { kills, writers: count, savesBeforeKill, url = portal.url, key }: Campaign): Promise<KillReport> {
  const lost: string[] = []
  const doubled: string[] = []
  let acknowledged = 0
  const writers: Writer[] = await Promise.all(
    Array.from({ length: count }, async (_, each) => {
      const visitor = visitorAt(url)
      const form = formAt(each)
      const draft = await begin(visitor, form)
      return { visitor, form, draft, places: placesOf(form).map((place): Place => ({ ...place, text: '', unsure: undefined, revision: 0 })) }
    }),
  )
  let written = 0

  const save = async ({ visitor, form, draft }: Writer, place: Place): Promise<void> => {
    place.unsure = `text ${++written}`
    const answer = await savePage(visitor, draft, place.page, { [place.field]: place.unsure }, place.revision, form)
    if (answer.status !== 303 || answer.location.includes('show=')) throw new Error(`${place.page} was not saved: ${answer.status} ${answer.location}`)
    Object.assign(place, { text: place.unsure, unsure: undefined, revision: place.revision + 1 })
    acknowledged++
  }
  /** Compares what is there with what was acknowledged, and goes on from what is there. */
  const check = async ({ visitor, form, draft }: Writer, place: Place): Promise<void> => {
    const { text: html } = await visitor.ask(pagePath(draft, place.page, undefined, form))
    const found = new RegExp(`name="${place.field}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${place.field}"`).exec(html)
    const text = found?.[1] ?? found?.[2] ?? ''
    const revision = Number(/name="base" value="(\d+)"/.exec(html)?.[1] ?? -1)
    const isUnsure = place.unsure !== undefined && text === place.unsure
    if (text !== place.text && !isUnsure) lost.push(`${draft} ${place.page}: ${place.text}, found ${text}`)
    if (revision > place.revision + (isUnsure ? 1 : 0)) doubled.push(`${draft} ${place.page}: revision ${revision}, ${place.revision} acknowledged`)
    Object.assign(place, { text, unsure: undefined, revision })
  }

  for (let kill = 0; kill < kills; kill++) {
    const sender = visitorAt(url)
    const form = formAt(kill)
    const sent = await begin(sender, form)
    await fill(sender, sent, smallestOf(form), form)
    const killAt = acknowledged + randomInt(Math.ceil(savesBeforeKill / 2), savesBeforeKill + 1)
    let isDead = false
    const work = writers.map(async (writer) => {
      for (let turn = 0; !isDead; turn++) {
        const place = writer.places[turn % writer.places.length] as Place
        await save(writer, place).catch((error: unknown) => {
          if (!isDead) throw error
        })
      }
    })
    const sending = (async () => {
      while (acknowledged < killAt) await new Promise(setImmediate)
      const sends = sendIn(sender, sent, form).catch(() => undefined)
      if (kill % 2 === 1) await sends
      isDead = true
      await portal.kill9()
    })()
    await Promise.all([...work, sending])
    await portal.start()
    for (const writer of writers) for (const place of writer.places) await check(writer, place)

    // Whoever pressed "send" presses it again, twice at once.
    await Promise.all([sendIn(sender, sent, form), sendIn(sender, sent, form)])
    const system = visitorAt(portal.url, { Authorization: `Bearer ${key}` })
    const { facts = [] } = JSON.parse((await system.ask(`/api/v1/applications/${sent}`)).text) as { facts?: { fact: string }[] }
    const received = facts.filter(({ fact }) => RECEIVED.includes(fact)).length
    const notices = [...(await portal.outbox()).matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].filter(([, subject]) => subject?.includes(sent)).length
    if (received === 0 || notices === 0) lost.push(`${sent}: not sent`)
    if (received > 1 || notices > 1) doubled.push(`${sent}: sent ${received} times, ${notices} notices`)
  }
  return { kills, acknowledged, lost, doubled }
}

/** Stands before the portal and lies: it answers a save at once, and hands it on a moment later. Resolves to its address. */
export async function hastyProxy(portal: Portal): Promise<{ readonly url: string; close(): void }> {
  const { hostname, port } = new URL(portal.url)
  const savePages = forms.flatMap(placesOf).map(({ page }) => page)
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      const forward = () => {
        const { 'transfer-encoding': _chunked, ...headers } = asked.headers
        const onward = request({ hostname, port, path: asked.url, method: asked.method, headers }, (response) => {
          if (answer.headersSent) return void response.resume()
          answer.writeHead(response.statusCode ?? 502, response.headers)
          response.pipe(answer)
        })
        onward.on('error', () => (answer.headersSent ? undefined : answer.destroy()))
        onward.end(Buffer.concat(chunks))
      }
      const isSave = asked.method === 'POST' && savePages.some((page) => asked.url?.includes(`/${page}?`))
      if (!isSave) return forward()
      answer.writeHead(303, { Location: asked.url?.split('/').slice(0, 3).join('/') }).end()
      setTimeout(forward, 40)
    })
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

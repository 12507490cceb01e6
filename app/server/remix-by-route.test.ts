import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import type { AppLoadContext, LoaderFunction, ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type Response as Answer } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { ContentResponse } from '~/content.server'
import { remixByRoute } from './remix-by-route'
import { routeTable } from './route-table'

const MB = 1024 * 1024

/** A server of one resource, and every fault that reached Express. */
async function serving(loader: LoaderFunction) {
  const routes = { root: { id: 'root', path: '', module: { default: () => null } }, thing: { id: 'thing', parentId: 'root', path: 'thing', module: { loader } } } as unknown as ServerBuild['routes']
  const build = { entry: { module: { default: () => new Response() } }, routes, assets: { routes: {} }, future: {} } as unknown as ServerBuild
  const faults: unknown[] = []
  const app = express()
  app.use(remixByRoute(build, routeTable(routes), () => Promise.resolve({} as AppLoadContext)))
  app.use((error: unknown, _request: Request, answer: Answer, next: NextFunction) => {
    faults.push(error)
    if (answer.headersSent) next(error)
    else answer.status(500).end()
  })
  const server = app.listen(0, 'localhost')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const get = async (path = '/thing', headers: Record<string, string> = {}, method = 'GET') => {
    const asked = request({ host: 'localhost', port: (server.address() as AddressInfo).port, path, headers, method }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return { asked, answer, text: async () => Buffer.concat(await Readable.from(answer).toArray()).toString() }
  }
  return { get, faults }
}

/** A file of 200 MB, and how much of it was asked for. */
function bigFile() {
  const file = { read: 0, isClosed: false }
  async function* pieces() {
    try {
      for (; file.read < 200 * MB; file.read += MB) yield Buffer.alloc(MB)
    } finally {
      file.isClosed = true
    }
  }
  return { file, pieces }
}

/** Waits for what will happen soon: the test's own limit ends it when it does not. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await pause(5)
}

test('a loader is told the path, the search and the method, and nothing of which host was asked for nor of any header', async () => {
  const { get } = await serving(({ request }) => Response.json({ url: request.url, headers: [...request.headers], method: request.method }))
  const { text } = await get('/thing?ref=AB', { host: 'evil.example', cookie: 'secret=1', 'x-forwarded-host': 'evil.example' })
  expect(JSON.parse(await text())).toEqual({ url: 'http://portal/thing?ref=AB', headers: [], method: 'GET' })
})

test('an answer keeps its status and its headers, each cookie on a line of its own', async () => {
  const headers = new Headers([['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-More', 'yes']])
  const { get } = await serving(() => new Response('made', { status: 201, headers }))
  const { answer, text } = await get()
  expect([answer.statusCode, answer.headers['set-cookie'], answer.headers['x-more'], await text()]).toEqual([201, ['a=1', 'b=2'], 'yes', 'made'])
})

test('a file is read no faster than it is taken, and let go of when whoever asked goes away: that is no fault', async () => {
  const { file, pieces } = bigFile()
  const { get, faults } = await serving(() => new ContentResponse(pieces(), {}))
  const { asked, answer } = await get()
  await once(answer, 'readable')
  asked.destroy()
  await until(() => file.isClosed)
  expect(file.read).toBeLessThan(100 * MB)
  expect(faults).toEqual([])
})

test('who asks for the head of a file is told its headers, and none of it is read', async () => {
  const { file, pieces } = bigFile()
  const { get } = await serving(() => new ContentResponse(pieces(), { headers: { 'Content-Length': String(200 * MB) } }))
  const { answer, text } = await get('/thing', {}, 'HEAD')
  expect([answer.headers['content-length'], await text(), file.read]).toEqual([String(200 * MB), '', 0])
})

test('a file that cannot be read to its end is a fault, and is never taken for a whole one', async () => {
  async function* broken() {
    yield Buffer.from('the first half')
    await Promise.resolve()
    throw new Error('the seal is broken')
  }
  const { get, faults } = await serving(() => new ContentResponse(broken(), {}))
  await expect(get().then(({ text }) => text())).rejects.toThrow(/aborted|hang up/)
  expect(faults).toEqual([new Error('the seal is broken')])
})

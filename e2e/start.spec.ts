import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { newKeyRingText } from '#db'
import { say } from './support/fill'
import { send } from './support/http-visitor'
import { freePort } from './support/portal'

// What an operator types, and what is said to them: the first command of the README, the same again in another window, and production.

test.describe.configure({ timeout: 120_000 })

interface Started {
  readonly child: ChildProcess
  /** All that it has said to the operator so far; its log is on the other stream. */
  readonly said: () => string
  readonly wrongs: () => string
  /** Its exit code. */
  readonly ended: Promise<number | null>
}

const started: Started[] = []
let folder: string
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'waymark-start-'))))
test.afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

function start(args: readonly string[], settings: Readonly<Record<string, string>>): Started {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, DATA_DIR: join(folder, 'data'), ...settings } as unknown as NodeJS.ProcessEnv
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, wrongs] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (wrongs += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode)
  const made = { child, said: () => said, wrongs: () => wrongs, ended }
  started.push(made)
  return made
}

/** What `npm start` runs. */
const npmStart = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  const [node, ...args] = scripts.start.split(' ')
  expect(node).toBe('node')
  return args
}
const listening = (url: string) => `${say('config:listening', { council: 'Anyborough Council', url })}\n`

test('npm start says where the portal is and where its emails are; started twice, it says that the port is taken', async () => {
  const PORT = String(await freePort())
  const url = `http://localhost:${PORT}`
  const first = start(npmStart(), { PORT })
  await expect.poll(first.said, { timeout: 90_000 }).toBe(`${listening(url)}${say('config:mailbox', { url })}\n`)
  expect((await send(url, '/dev/outbox')).status).toBe(200)
  // A line that a proxy keeps for a minute is never closed under it.
  expect((await fetch(`${url}/readyz`)).headers.get('keep-alive')).toBe('timeout=75')

  const second = start(npmStart(), { PORT })
  expect(await second.ended).toBe(2)
  expect([second.said(), second.wrongs()]).toEqual(['', expect.stringContaining(`PORT: ${say('config:port-taken', { port: PORT })}\n`)])
  expect(second.wrongs()).not.toContain('    at ')
  expect((await send(url, '/readyz')).status).toBe(200)

  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('an operator whose data cannot be opened is told what to mend', async () => {
  const aFile = join(folder, 'a-file')
  await writeFile(aFile, '')
  for (const DATA_DIR of [aFile, '/proc/nope']) {
    const portal = start(['build/node/server.js'], { NODE_ENV: 'production', WAYMARK_MODE: 'demo', PORT: '0', DATA_DIR })
    expect([DATA_DIR, await portal.ended, portal.said()]).toEqual([DATA_DIR, 2, ''])
    expect(portal.wrongs()).toContain(`DATA_DIR: ${DATA_DIR} `)
    expect(portal.wrongs()).not.toContain('    at ')
  }
})

test('production serves families, and has no mailbox, no pseudo-language and no invented family', async () => {
  const PORT = String(await freePort())
  const url = `http://localhost:${PORT}`
  const KEY_RING_FILE = join(folder, 'keys.txt')
  await writeFile(KEY_RING_FILE, newKeyRingText().replace('demo:', 'k1:'))
  const portal = start(['build/node/server.js'], {
    NODE_ENV: 'production', WAYMARK_MODE: 'production', PORT, KEY_RING_FILE, BASE_URL: url, COUNCIL_FILE: 'db/demo-council.json', SMTP_URL: 'smtp://localhost:1',
    MAIL_FROM: 'send@council.example', COUNCIL_MAILBOX: 'team@council.example', API_KEYS: `cases=${'k'.repeat(24)}`, CLAMD_SOCKET: '/run/no-clamd.ctl',
  })
  await expect.poll(portal.said, { timeout: 90_000 }).toBe(listening(url))
  const home = await send(url, '/?lang=qps')
  expect([home.status, home.text.includes('<html lang="en"'), home.text.includes('/dev/outbox'), home.text.includes(say('common:demo'))]).toEqual([200, true, false, false])
  expect((await send(url, '/dev/outbox')).status).toBe(404)
  const asked = await send(url, '/api/v1/applications', { headers: { Authorization: `Bearer ${'k'.repeat(24)}` } })
  expect([asked.status, (JSON.parse(asked.text) as { applications: unknown[] }).applications]).toEqual([200, []])
})

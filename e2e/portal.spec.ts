import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startPortal } from './support/portal'

// The harness itself, over a stand-in that counts its starts in a file: a harness that does not kill proves nothing.
const standIn = `
import { createServer } from 'node:http'
import { appendFileSync, readFileSync } from 'node:fs'
const { DATA_DIR, PORT } = process.env
const starts = DATA_DIR + '/starts'
appendFileSync(starts, 'x')
createServer((request, response) => response.end(request.url === '/dev/outbox' ? 'post' : readFileSync(starts)))
  .listen(PORT, () => console.log('Waymark is at http://localhost:' + PORT))
process.on('SIGTERM', () => { console.error('goodbye'); process.exit(0) })
`

test.describe('the portal that tests start', () => {
  let folder = ''
  const entryOf = async (source: string) => {
    const entry = join(folder, 'entry.mjs')
    await writeFile(entry, source)
    return entry
  }
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  })
  test.afterEach(() => rm(folder, { recursive: true }))

  test('keeps its address and its data through a restart and through kill -9', async () => {
    const portal = await startPortal({ entry: await entryOf(standIn) })
    const starts = async () => (await fetch(portal.url)).text()
    expect(await starts()).toBe('x')
    await portal.restart()
    expect(await starts()).toBe('xx')
    expect(portal.logs).toContain('goodbye')
    await portal.kill9()
    await expect(fetch(portal.url)).rejects.toThrow()
    await portal.start()
    expect(await starts()).toBe('xxx')
    expect(await portal.outbox()).toBe('post')
    expect(portal.logs.filter((line) => line === 'goodbye')).toHaveLength(1)
    await portal.close()
  })

  test('says its last words when it ends before it is ready', async () => {
    const entry = await entryOf('console.error("DATA_DIR is not a folder"); process.exit(2)')
    await expect(startPortal({ entry })).rejects.toThrow(/ended with 2[^]*DATA_DIR is not a folder/)
  })
})

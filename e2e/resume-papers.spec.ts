import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { familyAt, newEmail, type Family } from './support/cast'
import { untilMade, visitorAt } from './support/http-visitor'
import { action, say } from './support/fill'
import { judgePage } from './support/judges'
import { startPortal, type Portal } from './support/portal'
import { openAs, saidOf, untilReady } from './support/papers'
import { senderAt, type Sender } from './support/tus'

// A line that breaks costs whoever sends no more than the piece that was on its way.

test.describe.configure({ mode: 'serial', timeout: 180_000 })
const MIB = 1024 * 1024
let portal: Portal
let family: Family
let papers: string
let sender: Sender
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', UPLOAD_FILES: '9', UPLOAD_FILE_MB: '8', UPLOAD_MB: '12' } })
  family = await familyAt(portal.url, undefined, newEmail())
  papers = `/applications/${family.draft}/papers`
  sender = await senderAt(portal.url, family.visitor, papers)
})
test.afterAll(() => portal.close())

const letter = (size: number, words = 'Maya reads well. ') => Buffer.from(words.repeat(Math.ceil(size / words.length))).subarray(0, size)

test('a file whose line is cut 20 times, and whose server is killed twice, arrives byte by byte', async () => {
  const bytes = letter(5 * MIB + 12_345)
  const { status, location: path } = await sender.announce({ name: 'long.txt', bytes })
  expect([status, path.startsWith(`${papers}/arriving/`)]).toEqual([201, true])
  let from = 0
  for (let cut = 0; cut < 20; cut++) {
    const rest = bytes.subarray(from)
    await sender.cut(path, from, rest, [0, 1, 65_536, 300_001][cut % 4] ?? 0)
    if (cut % 10 === 9) {
      await portal.kill9()
      await portal.start()
    }
    const came = await sender.came(path)
    expect(came).toBeGreaterThanOrEqual(from)
    expect(came).toBeLessThan(bytes.length)
    from = came
  }
  expect(from).toBeGreaterThan(0)
  // What was acknowledged is never asked for again, nor taken twice. Few bytes: it is answered before they are read, and the line then ends.
  expect((await sender.send(path, from - 1, bytes.subarray(from - 1, from + 9))).status).toBe(409)
  const last = await sender.send(path, from, bytes.subarray(from))
  expect([last.status, last.headers['upload-offset']]).toEqual([204, String(bytes.length)])
  expect(await sender.came(path)).toBe(bytes.length)
  const file = await untilReady(family.visitor, papers, 'long.txt')
  expect((await family.visitor.ask(file)).body.equals(bytes)).toBe(true)
})

test('a file is announced once, however often that is said; what cannot be taken is refused before its first byte', async () => {
  const bytes = letter(40_000, 'Twice. ')
  const [one, two] = await Promise.all([sender.announce({ name: 'twice.txt', bytes }), sender.announce({ name: 'twice.txt', bytes })])
  expect([one.status, two.status, one.location]).toEqual([201, 201, two.location])
  expect((await sender.stop(one.location)).status).toBe(204)
  await expect(sender.came(one.location)).rejects.toThrow('404')
  for (const [name, size, code] of [['a.exe', 9, 'wrong-kind'], ['big.txt', 9 * MIB, 'too-big'], ['much.txt', 7 * MIB, 'too-much']] as const) {
    const answer = await sender.announce({ name, bytes: Buffer.alloc(0) }, { 'Upload-Length': String(size) })
    expect([name, answer.status, answer.text]).toEqual([name, 422, code])
    expect((await family.visitor.ask(papers)).text).toContain(saidOf(code, name))
  }
  const most = await sender.announce({ name: 'grows.txt', bytes: letter(100) })
  expect((await sender.send(most.location, 0, letter(101))).status).toBe(413)
  expect(await sender.came(most.location)).toBe(0)
})

test('a request that is not from our page, or by somebody else, changes and says nothing', async () => {
  const { location: path } = await sender.announce({ name: 'mine.txt', bytes: letter(1000) })
  const other = await familyAt(portal.url, undefined, newEmail())
  const stranger = await senderAt(portal.url, other.visitor, papers)
  expect((await stranger.announce({ name: 'theirs.txt', bytes: letter(9) })).status).toBe(404)
  await expect(stranger.came(path)).rejects.toThrow('404')
  expect([(await stranger.send(path, 0, letter(1000))).status, (await stranger.stop(path)).status]).toEqual([404, 404])
  const nobody = await senderAt(portal.url, visitorAt(portal.url), papers)
  expect((await nobody.announce({ name: 'a.txt', bytes: letter(9) })).status).toBe(401)
  for (const more of [{ 'X-Form-Token': 'wrong' }, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }]) {
    expect((await sender.announce({ name: 'a.txt', bytes: letter(9) }, more)).status).toBe(403)
  }
  expect((await sender.announce({ name: 'a.txt', bytes: letter(9) }, { 'Tus-Resumable': '0.2' })).status).toBe(400)
  expect(await sender.came(path)).toBe(0)
  await sender.stop(path)
  expect((await portal.allLogs()).join('\n')).not.toMatch(/mine\.txt|long\.txt|bWluZS50eHQ/)
})

test('a family whose line breaks sees how far it came, and goes on when it picks the file again', async ({ page }, info) => {
  await openAs(family, page, portal.url, papers)
  const bytes = letter(5 * MIB, 'Again. ')
  const file = info.outputPath('again.txt')
  writeFileSync(file, bytes)
  const offsets: string[] = []
  let isBroken = true
  await page.route('**/papers/arriving/*', (route) => {
    const from = route.request().headers()['upload-offset']
    if (from === undefined) return route.continue()
    offsets.push(from)
    return isBroken && offsets.length > 1 ? route.abort('connectionreset') : route.continue()
  })
  await page.locator('[name="files"]').setInputFiles(file)
  await action(page, 'papers:add.button').click()
  await expect.poll(() => offsets.length).toBeGreaterThan(1)
  await page.reload()
  const card = page.locator('.wm-papers > li').filter({ has: page.getByRole('heading', { name: 'again.txt' }) })
  await expect(card).toContainText(say('papers:list.came', { percent: 80 }))
  await expect(card).toContainText(say('papers:explain.unfinished'))
  isBroken = false
  await page.locator('[name="files"]').setInputFiles(file)
  await action(page, 'papers:add.button').click()
  await expect(page.locator('.wm-sending')).toHaveCount(0)
  // What was acknowledged is never sent again.
  expect([offsets[0], ...new Set(offsets.slice(1))]).toEqual(['0', String(4 * MIB)])
  const path = await untilReady(family.visitor, papers, 'again.txt')
  expect((await family.visitor.ask(path)).body.equals(bytes)).toBe(true)
})

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a file that is dropped says how far it is and can be stopped; one that did not come is tried again; a camera is at hand', async ({ page }) => {
    const own = await familyAt(portal.url, undefined, newEmail())
    const list = `/applications/${own.draft}/papers`
    const asks = await senderAt(portal.url, own.visitor, list)
    await page.clock.install()
    await openAs(own, page, portal.url, list)
    const going = (name: string) => page.locator('.wm-sending > li').filter({ hasText: name })
    const card = (name: string) => page.locator('.wm-papers > li').filter({ has: page.getByRole('heading', { name, exact: true }) })
    const line = await page.context().newCDPSession(page)
    const uploads = (bytesASecond: number) =>
      line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesASecond })

    await uploads(MIB)
    const announced = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/papers/arriving'))
    const dropped = await page.evaluateHandle((size) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['a'.repeat(size)], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    }, 7 * MIB)
    await page.locator('.wm-drop').dispatchEvent('dragover', { dataTransfer: dropped })
    await expect(page.locator('.wm-drop--over')).toBeVisible()
    await page.locator('.wm-drop').dispatchEvent('drop', { dataTransfer: dropped })
    await expect(page.locator('.wm-drop--over')).toHaveCount(0)
    const bar = going('dropped.txt').locator('progress')
    const far = async () => Number(await bar.getAttribute('value'))
    const seen: number[] = []
    await expect.poll(async () => seen.push(await far()) && new Set(seen.filter((each) => each > 0 && each < 1)).size, { intervals: [100] }).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    await expect(page.getByRole('status').filter({ hasText: say('papers:sending.going') })).toBeVisible()
    await uploads(20_000)
    expect(await judgePage(page, { name: 'papers, one on its way' })).toEqual([])
    const path = new URL((await (await announced).headerValue('location')) ?? '', portal.url + list).pathname
    expect(await asks.came(path)).toBeGreaterThanOrEqual(0)
    await going('dropped.txt').getByRole('button', { name: say('papers:sending.cancel') }).click()
    await expect(page.locator('.wm-sending')).toHaveCount(0)
    await expect(card('dropped.txt')).toHaveCount(0)
    await expect(async () => expect(asks.came(path)).rejects.toThrow('404')).toPass()
    expect((await own.visitor.ask(list)).text).not.toContain('dropped.txt')
    await uploads(-1)

    await page.route('**/papers/arriving/*', (route) => route.abort('connectionreset'))
    await page.locator('[name="files"]').setInputFiles({ name: 'again.txt', mimeType: 'text/plain', buffer: letter(9000) })
    await action(page, 'papers:add.button').click()
    await expect(async () => {
      await page.clock.runFor(20_000)
      await expect(going('again.txt')).toContainText(say('papers:sending.faults.broke'), { timeout: 500 })
    }).toPass()
    expect(await judgePage(page, { name: 'papers, one that did not come' })).toEqual([])
    await page.unroute('**/papers/arriving/*')
    // As on a disk that is full.
    await page.route('**/papers/arriving/*', (route) => route.fulfill({ status: 503, headers: { 'Tus-Resumable': '1.0.0' }, body: 'save-failed' }))
    await going('again.txt').getByRole('button', { name: say('papers:sending.retry') }).click()
    await expect(going('again.txt')).toContainText(say('papers:sending.faults.not-saved'))
    await page.unroute('**/papers/arriving/*')
    await going('again.txt').getByRole('button', { name: say('papers:sending.retry') }).click()
    await expect(page.locator('.wm-sending')).toHaveCount(0)
    expect((await own.visitor.ask(await untilReady(own.visitor, list, 'again.txt'))).body.equals(letter(9000))).toBe(true)

    const camera = page.getByLabel(say('papers:add.photo'))
    await expect(camera).toBeVisible()
    await expect(camera).toHaveAttribute('capture', 'environment')
    await camera.setInputFiles({ name: 'taken.txt', mimeType: 'text/plain', buffer: letter(900) })
    await action(page, 'papers:add.button').click()
    await untilReady(own.visitor, list, 'taken.txt')
  })
})

test('20 files of 25 MB at once leave the memory of the portal nearly as it was, and pages answer meanwhile', async () => {
  test.setTimeout(180_000)
  const roomy = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', UPLOAD_MB: '600' } })
  try {
    const { visitor, draft } = await familyAt(roomy.url, undefined, newEmail())
    const papersOf = `/applications/${draft}/papers`
    // The thread that prints has started when it has printed: what it takes is not what files take.
    expect((await untilMade(visitor, `/applications/${draft}/copy.pdf`)).status).toBe(200)
    const sending = await senderAt(roomy.url, visitor, papersOf)
    const bytes = letter(25 * MIB)
    // The last piece is never sent: an inspection is a process of its own, and would take the time of this test.
    const sent = bytes.length - 1000
    const resident = (what: 'VmRSS' | 'VmHWM') => Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${roomy.pid}/status`, 'utf8'))?.[1]) / 1024
    // From here on, the high-water mark is that of the sending alone (proc(5)).
    writeFileSync(`/proc/${roomy.pid}/clear_refs`, '5')
    const before = resident('VmRSS')
    let isSending = true
    const files = Array.from({ length: 20 }, async (_, file) => {
      const { location } = await sending.announce({ name: `file ${file}.txt`, bytes })
      for (let from = 0; from < sent; from += 4 * MIB) expect((await sending.send(location, from, bytes.subarray(from, Math.min(from + 4 * MIB, sent)))).status).toBe(204)
    })
    const all = Promise.all(files).finally(() => (isSending = false))
    const waits: number[] = []
    while (isSending) {
      const from = performance.now()
      expect((await visitor.ask('/start')).status).toBe(200)
      waits.push(performance.now() - from)
    }
    await all
    // At most a piece of each file, as it came and sealed: half of what was sent would be far more than that.
    expect(resident('VmHWM') - before).toBeLessThan(150)
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500)
  } finally {
    await roomy.close()
  }
})

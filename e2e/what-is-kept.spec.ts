import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { begin, pagePath } from './support/http-family'
import { send, visitorAt, type Answer } from './support/http-visitor'
import { expect, test, type Portal } from './support/portal'

// What a browser may keep, so that the second page is quick on a slow line, and what it may not.

const get = (portal: Portal, path: string): Promise<Answer> => send(portal.url, path)
const pathsIn = ({ text }: Answer, pattern: RegExp): readonly string[] => [...new Set([...text.matchAll(pattern)].map(([path]) => path))]
const YEAR = 'public, max-age=31536000, immutable'

test('style sheets, scripts and fonts are kept for a year, and hold no cookie', async ({ portal }) => {
  const visitor = visitorAt(portal.url)
  const page = await visitor.ask(pagePath(await begin(visitor), 'child-name'))
  const styles = pathsIn(page, /\/assets\/[\w.-]+\.css/g)
  const scripts = pathsIn(page, /\/assets\/[\w.-]+\.js/g)
  const fonts = pathsIn(await get(portal, styles[0] ?? ''), /\/assets\/[\w.-]+\.woff2/g)
  expect([styles, scripts, fonts].map((each) => each.length > 0)).toEqual([true, true, true])
  for (const path of [...styles, ...scripts, ...fonts]) {
    const { status, headers } = await get(portal, path)
    expect([path, status, headers['cache-control'], headers['x-content-type-options'], headers['cross-origin-resource-policy'], headers['set-cookie']]).toEqual([path, 200, YEAR, 'nosniff', 'same-origin', undefined])
  }
})

test('scripts and style sheets come as small as they get in what the browser can read, and are the same', async ({ portal }) => {
  const visitor = visitorAt(portal.url)
  const page = await visitor.ask(pagePath(await begin(visitor), 'child-name'))
  const paths = [...pathsIn(page, /\/assets\/[\w.-]+\.css/g), ...pathsIn(page, /\/assets\/[\w.-]+\.js/g)]
  expect(paths.length).toBeGreaterThan(5)
  const sizes: number[] = []
  for (const path of paths) {
    const asked = async (encoding: string) => {
      const { headers, body } = await send(portal.url, path, { headers: { 'Accept-Encoding': encoding } })
      return { bytes: body, headers: [headers['content-encoding'], headers['content-type'], headers['cache-control'], headers.vary] }
    }
    const [plain, gzip, brotli] = [await asked('identity'), await asked('gzip, deflate'), await asked('gzip, deflate, br, zstd')]
    const type = plain.headers[1]
    expect(type).toMatch(path.endsWith('.js') ? /javascript; charset=utf-8$/ : /^text\/css; charset=utf-8$/)
    expect([path, ...[plain, gzip, brotli].map(({ headers }) => headers)]).toEqual([path, ...[undefined, 'gzip', 'br'].map((encoding) => [encoding, type, YEAR, 'Accept-Encoding'])])
    expect([path, gunzipSync(gzip.bytes).equals(plain.bytes), brotliDecompressSync(brotli.bytes).equals(plain.bytes)]).toEqual([path, true, true])
    for (const [at, { bytes }] of [plain, gzip, brotli].entries()) sizes[at] = (sizes[at] ?? 0) + bytes.length
  }
  const [plain = 0, gzip = 0, brotli = 0] = sizes
  expect(gzip).toBeLessThan(plain / 2)
  expect(brotli).toBeLessThan(gzip * 0.95)
})

test('a page comes zipped to whoever can unzip it, a page of what was refused too, and is the same', async ({ portal }) => {
  const visitor = visitorAt(portal.url)
  for (const path of [pagePath(await begin(visitor), 'child-name'), '/help', '/no-such-page']) {
    const asked = (encoding: string) => visitor.ask(path, { headers: { 'Accept-Encoding': encoding } })
    const [plain, zipped, other, none] = [await asked('identity'), await asked('gzip, deflate, br'), await asked('br'), await asked('gzip;q=0, *')]
    expect([path, ...[plain, zipped, other, none].map(({ headers }) => headers['content-encoding'])]).toEqual([path, undefined, 'gzip', undefined, undefined])
    for (const { headers } of [plain, zipped, other]) expect([path, headers.vary]).toEqual([path, expect.stringMatching(/\bAccept-Encoding\b/)])
    expect(zipped.body.length).toBeLessThan(plain.body.length / 2)
    // All but the number to quote, which every request has of its own.
    const said = (html: string) => [/<main.*<\/main>/s.exec(html)?.[0].replace(/[\da-f]{8}(?=<)/, ''), html.endsWith('</html>')]
    expect(said(plain.text)).toEqual([expect.any(String), true])
    // Nothing that a page shows comes later, so nothing is sent to wait for it.
    expect(plain.text).not.toMatch(/__remixContext\.[a-z] =/)
    expect(said(gunzipSync(zipped.body).toString())).toEqual(said(plain.text))
  }
})

test('what a page shows comes by itself to a browser that asks for it, and is kept by nobody', async ({ portal }) => {
  const visitor = visitorAt(portal.url)
  const path = pagePath(await begin(visitor), 'child-name')
  for (const [asked, status] of [[`${path}&_data=routes/apply/page`, 200], ['/help?_data=routes/pages/help', 200], ['/help?_data=routes/no-such', 403]] as const) {
    const answer = await visitor.ask(asked)
    expect([asked, answer.status, answer.headers['cache-control']]).toEqual([asked, status, 'no-store'])
    if (status === 200) expect(JSON.parse(answer.text)).toHaveProperty('title')
  }
})

test('a file that is gone or never was is a page that says so, none comes in part, and one that is known is not sent again', async ({ portal }) => {
  const gone = await send(portal.url, '/assets/nothing-abc.js', { headers: { 'Accept-Encoding': 'br' } })
  expect([gone.status, gone.headers['content-type'], gone.headers['content-encoding']]).toEqual([404, 'text/html; charset=utf-8', undefined])
  const [script = ''] = pathsIn(await get(portal, '/sign-in'), /\/assets\/[\w.-]+\.css/g)
  const known = await send(portal.url, script, { headers: { 'Accept-Encoding': 'br' } })
  const again = await send(portal.url, script, { headers: { 'Accept-Encoding': 'br', 'If-None-Match': known.headers.etag ?? '' } })
  expect([again.status, again.body.length, again.headers['cache-control'], again.headers.vary, again.headers['x-content-type-options']]).toEqual([304, 0, YEAR, 'Accept-Encoding', 'nosniff'])
  const other = await send(portal.url, script, { headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': known.headers.etag ?? '' } })
  expect([other.status, other.headers['content-encoding']]).toEqual([200, 'gzip'])
  for (const Range of ['bytes=-3', 'bytes=5-2', 'bytes=99999999-']) expect([Range, (await send(portal.url, script, { headers: { Range } })).status]).toEqual([Range, 200])
})

test('the council’s colours are kept for an hour, and nobody gets a cookie with them', async ({ portal }) => {
  const { status, headers, text } = await get(portal, '/brand.css')
  expect([status, headers['content-type'], headers['cache-control'], headers['set-cookie']]).toEqual([200, 'text/css; charset=utf-8', 'public, max-age=3600', undefined])
  expect(headers.vary ?? '').not.toContain('Cookie')
  expect(text).toContain('--')
})

test('somebody who only reads gets no cookie; a form brings one', async ({ portal }) => {
  for (const path of ['/', '/help', '/privacy', '/cookies', '/accessibility']) expect([path, (await get(portal, path)).headers['set-cookie']]).toEqual([path, undefined])
  expect((await get(portal, '/sign-in')).headers['set-cookie']).toHaveLength(1)
})

test('the questions before the form leave nothing behind: no cookie and no row', async ({ portal }) => {
  const rows = () => {
    const database = new Database(join(portal.dataDir, 'waymark.db'), { readonly: true })
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    const counts = tables.map((table) => [table, database.prepare(`select count(*) from "${table}"`).pluck().get()])
    database.close()
    return counts
  }
  const before = rows()
  for (const query of ['', '?at=age&who=child', '?at=plan&who=me&age=young', '?at=result&who=work&age=over&plan=yes&before=yes']) {
    const { status, headers } = await get(portal, `/start${query}`)
    expect([query, status, headers['set-cookie']]).toEqual([query, 200, undefined])
  }
  expect(rows()).toEqual(before)
})

test('whoever asks whether the portal is up gets no cookie', async ({ portal }) => {
  for (const [path, said] of [['/healthz', 'ok\n'], ['/readyz', 'ready\n']] as const) {
    const { status, headers, text } = await get(portal, path)
    expect([path, status, text, headers['cache-control'], headers['set-cookie']]).toEqual([path, 200, said, 'no-store', undefined])
  }
})

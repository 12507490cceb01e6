import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { expect, test } from 'playwright/test'
import { hastyProxy, killWhileSaving } from '../support/killing'
import { startPortal } from '../support/portal'

const key = 'key-of-the-case-system-000000'
const env = { LIMIT_PER_MINUTE: '10000000', API_KEYS: `cases=${key}` }

test('killed 500 times over 50,000 acknowledged saves, nothing is lost and nothing is there twice', async () => {
  test.setTimeout(5 * 60 * 60_000)
  const portal = await startPortal({ env })
  // Half of `savesBeforeKill` at least is acknowledged before each kill.
  const report = await killWhileSaving(portal, { kills: 500, writers: 8, savesBeforeKill: 200, key })
  await portal.close()

  const careless = await startPortal({ env })
  const proxy = await hastyProxy(careless)
  const control = await killWhileSaving(careless, { kills: 5, writers: 8, savesBeforeKill: 100, url: proxy.url, key })
  proxy.close()
  await careless.close()

  const evidence = {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
    ...report,
    control: { what: 'acknowledges before it commits', kills: control.kills, acknowledged: control.acknowledged, lost: control.lost.length },
  }
  await mkdir('docs/evidence', { recursive: true })
  await writeFile('docs/evidence/kill-9.json', `${JSON.stringify(evidence, null, 2)}\n`)
  expect(report).toMatchObject({ lost: [], doubled: [] })
  expect(report.acknowledged).toBeGreaterThanOrEqual(50_000)
  expect(control.lost.length).toBeGreaterThan(0)
})

import { expect, test } from 'playwright/test'
import { hastyProxy, killWhileSaving } from './support/killing'
import { startPortal } from './support/portal'

const key = 'key-of-the-case-system-000000'
const env = { LIMIT_PER_MINUTE: '10000000', API_KEYS: `cases=${key}` }

test.describe.configure({ timeout: 600_000 })

test('killed 20 times while families save and send, the portal has every save it acknowledged, once', async () => {
  const portal = await startPortal({ env })
  const report = await killWhileSaving(portal, { kills: 20, writers: 4, savesBeforeKill: 30, key })
  await portal.close()
  expect(report).toMatchObject({ kills: 20, lost: [], doubled: [] })
  expect(report.acknowledged).toBeGreaterThan(20 * 15)
})

test('a portal that acknowledges before it commits is caught', async () => {
  const portal = await startPortal({ env })
  const proxy = await hastyProxy(portal)
  const { lost } = await killWhileSaving(portal, { kills: 2, writers: 4, savesBeforeKill: 30, url: proxy.url, key })
  proxy.close()
  await portal.close()
  expect(lost.length).toBeGreaterThan(0)
})

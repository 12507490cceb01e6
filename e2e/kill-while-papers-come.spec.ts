import { expect, test } from 'playwright/test'
import { hasClamd, startClamd } from '~/adapters/clamd.contract'
import { familyAt, newEmail } from './support/cast'
import { say } from './support/fill'
import { killWhileSendingPapers } from './support/killing-papers'
import { startPortal } from './support/portal'
import { smallDisk } from './support/small-disk'
import { senderAt } from './support/tus'

const env = { LIMIT_PER_MINUTE: '10000000', UPLOAD_FILES: '60' }

test('killed 5 times in different steps of a paper’s way, the portal has every byte it acknowledged, and nothing that nobody names', async () => {
  test.setTimeout(240_000)
  const clamd = hasClamd() ? await startClamd() : undefined
  const portal = await startPortal({ env: { ...env, ...(clamd && { CLAMD_SOCKET: clamd.socket }) } })
  const report = await killWhileSendingPapers(portal, 5)
  await portal.close()
  await clamd?.close()
  expect(report).toMatchObject({ kills: 5, lost: [], doubled: [], recordsAlone: [], objectsAlone: [] })
  expect(Object.keys(report.found).length).toBeGreaterThan(1)
})

test('on a full disk a paper waits for room: the page says so, and what came before goes on from there', async () => {
  test.setTimeout(120_000)
  const disk = smallDisk(48)
  test.skip(!disk, 'nobody may mount a small disk here')
  if (!disk) return
  const portal = await startPortal({ env: { ...env, DATA_DIR: disk.folder } })
  try {
    const family = await familyAt(portal.url, undefined, newEmail())
    const papers = `/applications/${family.draft}/papers`
    const sender = await senderAt(portal.url, family.visitor, papers)
    const bytes = Buffer.from('Maya reads well. '.repeat(40_000))
    const { location } = await sender.announce({ name: 'paper.txt', bytes })
    expect((await sender.send(location, 0, bytes.subarray(0, 300_000))).status).toBe(204)
    disk.fill()
    const refused = await sender.send(location, 300_000, bytes.subarray(300_000))
    expect([refused.status, refused.text]).toEqual([503, 'save-failed'])
    const form = await family.visitor.sendFiles(papers, [{ name: 'other.txt', bytes }])
    expect([form.status, form.location]).toEqual([303, `${papers}?show=not-saved`])
    expect((await family.visitor.ask(form.location)).text).toContain(say('papers:told.not-saved'))
    expect(await sender.came(location)).toBe(300_000)
    disk.empty()
    expect((await sender.send(location, 300_000, bytes.subarray(300_000))).status).toBe(204)
    expect((await family.visitor.sendFiles(papers, [{ name: 'other.txt', bytes }])).location).toBe(papers)
  } finally {
    await portal.close()
    disk.unmount()
  }
})

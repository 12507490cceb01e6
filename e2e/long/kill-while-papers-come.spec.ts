import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { expect, test } from 'playwright/test'
import { hasClamd, startClamd } from '~/adapters/clamd.contract'
import { killWhileSendingPapers } from '../support/killing-papers'
import { startPortal } from '../support/portal'

test('killed 64 times in every step of a paper’s way, nothing that was acknowledged is lost, and nothing is alone', async () => {
  test.setTimeout(60 * 60_000)
  const clamd = hasClamd() ? await startClamd() : undefined
  const portal = await startPortal({ env: { LIMIT_PER_MINUTE: '10000000', UPLOAD_FILES: '100', ...(clamd && { CLAMD_SOCKET: clamd.socket }) } })
  const report = await killWhileSendingPapers(portal, 64)
  await portal.close()
  await clamd?.close()
  const evidence = { on: new Date().toISOString().slice(0, 10), scanner: clamd ? 'clamd' : 'none', node: process.version, cores: cpus().length, ...report }
  await mkdir('docs/evidence', { recursive: true })
  await writeFile('docs/evidence/kill-9-papers.json', `${JSON.stringify(evidence, null, 2)}\n`)
  expect(report).toMatchObject({ lost: [], doubled: [], recordsAlone: [], objectsAlone: [] })
  expect(Object.keys(report.found)).toEqual(expect.arrayContaining(['arriving', 'checking']))
})

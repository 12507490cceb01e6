import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore, parseKeyRing } from '#db'
import { portalIn } from './portal.contract'

const folder = mkdtempSync(join(tmpdir(), 'config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const config = (command: 'check' | 'new-key' | 'use-new-key', settings?: Record<string, string>) => portalIn(folder, ['config', command], settings)
const ringOf = (text: string) => {
  writeFileSync(join(folder, 'ring.txt'), text)
  return join(folder, 'ring.txt')
}
const production = {
  WAYMARK_MODE: 'production',
  COUNCIL_FILE: fileURLToPath(new URL('../../db/demo-council.json', import.meta.url)),
  BASE_URL: 'https://plans.anyborough.example',
  SMTP_URL: 'smtps://portal:hush-hush@mail.anyborough.example:465',
  MAIL_FROM: 'send@anyborough.example',
  CLAMD_SOCKET: '/run/clamav/clamd.ctl',
  COUNCIL_MAILBOX: 'inbox@anyborough.example',
  API_KEYS: 'case-system+protected=not-for-anyone-elses-eyes-1,schools=not-for-anyone-elses-eyes-2',
}

describe('portal config', () => {
  it('makes a key that production takes, a new one each time', () => {
    const [one, two] = [config('new-key'), config('new-key')]
    expect([one.status, one.stderr, one.stdout === two.stdout]).toEqual([0, '', false])
    expect(parseKeyRing(`${two.stdout.trim()},${one.stdout.trim()}`).keys.size).toBe(2)
    expect(config('check', { ...production, KEY_RING_FILE: ringOf(one.stdout) }).status).toBe(0)
  })

  it('sums up settings without a fault, and tells no secret', () => {
    const ring = config('new-key').stdout.trim()
    const { status, stdout, stderr } = config('check', { ...production, KEY_RING_FILE: ringOf(ring) })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('WAYMARK_MODE: production\n')
    expect(stdout).toContain('SMTP_URL: mail.anyborough.example:465\n')
    expect(stdout).toContain('API_KEYS: case-system+protected, schools\n')
    expect(stdout).toContain(`KEY_RING_FILE: ${ring.split(':')[0]}\n`)
    for (const secret of ['hush-hush', 'portal:', 'not-for-anyone', ring.split(':')[1] ?? '']) expect(stdout).not.toContain(secret)
  })

  it('tells every fault at once', () => {
    const { status, stdout, stderr } = config('check', { WAYMARK_MODE: 'production', PORT: 'eighty', API_KEYS: 'short' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    for (const setting of ['PORT', 'API_KEYS', 'COUNCIL_FILE', 'KEY_RING_FILE', 'BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'COUNCIL_MAILBOX', 'CLAMD_SOCKET']) {
      expect(stderr).toMatch(new RegExp(`^  ${setting}: `, 'm'))
    }
  })

  it.each([
    ['', 'is empty'],
    ['k1', 'has no name'],
    ['K_1:abc', 'has a name with other signs'],
    ['k1:abc', 'is not 32 bytes'],
  ])('tells what is wrong with the keys %j, and never the keys', (ring, why) => {
    const { status, stdout, stderr } = config('check', { ...production, KEY_RING_FILE: ringOf(ring) })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`KEY_RING_FILE: key 1 ${why}`)
    expect(stderr).not.toContain('abc')
  })

  it('changes to a new key, so that the old one can be taken out', async () => {
    const [old, young] = [config('new-key').stdout.trim(), config('new-key').stdout.trim()]
    const data = mkdtempSync(join(folder, 'data-'))
    const url = `sqlite:${join(data, 'waymark.db')}`
    const change = (ring: string) => config('use-new-key', { ...production, DATA_DIR: data, KEY_RING_FILE: ringOf(ring) })
    expect(change(young)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('nothing in') as string })
    const store = await openStore(url, parseKeyRing(old))
    // The keys of the store itself.
    expect([change(`${young},${old}`).stdout, change(`${young},${old}`).stdout]).toEqual(['keys changed: 2\n', 'keys changed: 0\n'])
    await store.close()
    await openStore(url, parseKeyRing(young)).then((opened) => opened.close())
    expect(change(old)).toMatchObject({ status: 1, stdout: '' })
  })

  it('says how to use it when nothing is asked', () => {
    expect(portalIn(folder, ['config'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('new-key') as string })
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newKeyRingText } from '#db'
import { ConfigFault, readConfig } from './config.server'
import { inTheWay, openServices, WrongPurpose } from './services.server'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
type Settings = Readonly<Record<string, string>>
const read = (settings: Settings) => readConfig({ NODE_ENV: 'production', ...settings })
const faultsOf = (settings: Settings): readonly string[] => {
  try {
    read(settings)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}
const namesOf = (settings: Settings) => faultsOf(settings).map((fault) => fault.split(/[:,]/)[0])
const demo = { WAYMARK_MODE: 'demo' }
/** Keys such as an operator makes: a demo’s are refused. */
const realKeys = () => newKeyRingText().replace('demo:', 'k1:')
const production = () => ({
  WAYMARK_MODE: 'production',
  DATA_DIR: join(folder, 'data'),
  COUNCIL_FILE: join(process.cwd(), 'db', 'demo-council.json'),
  KEY_RING_FILE: file('keys.txt', realKeys()),
  BASE_URL: 'https://send.council.example/',
  SMTP_URL: 'smtp://mail.council.example',
  CLAMD_SOCKET: '/run/clamav/clamd.ctl',
  MAIL_FROM: 'send@council.example',
  COUNCIL_MAILBOX: 'team@council.example',
})

describe('an operator', () => {
  it('can start the demo without any setting', () => {
    expect(read(demo)).toMatchObject({ mode: 'demo', port: 3000, apiKeys: [], limitPerMinute: 240 })
    const MB = 1024 * 1024
    expect(read(demo).uploadLimits).toEqual({ files: 50, bytes: 200 * MB, draftBytes: 600 * MB, fileBytes: 25 * MB, videoBytes: 100 * MB, unfinishedHours: 24 })
  })

  it('is told of every fault at once, a line each', () => {
    const faults = namesOf({ PORT: '99999', HOST: 'x', API_KEYS: 'a=short', SMTP_URL: 'https://x', COUNCIL_MAILBOX: 'nobody', LIMIT_BY_ADDRESS: 'maybe', LIMIT_PER_MINUTE: '1', TRUST_PROXY: '-1', ACCESSIBILITY_TESTED_ON: '2026-02-30' })
    for (const name of ['PORT', 'API_KEYS', 'SMTP_URL', 'COUNCIL_MAILBOX', 'LIMIT_BY_ADDRESS', 'LIMIT_PER_MINUTE', 'TRUST_PROXY', 'ACCESSIBILITY_TESTED_ON', 'COUNCIL_FILE', 'KEY_RING_FILE', 'BASE_URL', 'MAIL_FROM']) expect(faults).toContain(name)
  })

  it('is told of what is wrong between settings beside what is wrong with one', () => {
    expect(namesOf({ ...production(), PORT: 'abc', BASE_URL: 'http://x.example', SMTP_URL: 'mail', COUNCIL_MAILBOX: 'nobody' })).toEqual(['PORT', 'COUNCIL_MAILBOX', 'SMTP_URL', 'BASE_URL'])
    expect(namesOf({ ...demo, PORT: 'abc', UPLOAD_MB: '50', UPLOAD_DRAFTS_MB: '49' })).toEqual(['PORT', 'UPLOAD_DRAFTS_MB'])
    expect(namesOf({ ...demo, UPLOAD_MB: 'many', UPLOAD_DRAFTS_MB: '49' })).toEqual(['UPLOAD_MB'])
  })

  it('is told in our own words, a line each', () => {
    const settings = { PORT: 'abc', BASE_URL: 'x', API_KEYS: 'short,shorter', SMTP_URL: 'x', COUNCIL_MAILBOX: 'x', MAIL_FROM: 'x', LIMIT_BY_ADDRESS: 'x', ACCESSIBILITY_TESTED_ON: 'x', LOG_LEVEL: 'x', WAYMARK_MODE: 'x', COUNCIL_FILE: file('c.json', '{"name":"A","motto":"B"}') }
    const faults = faultsOf({ ...production(), ...settings })
    expect(faults).toContain('PORT: must be a whole number from 0 to 65535')
    expect(faults).toContain('COUNCIL_FILE, motto: is not known. Take it out.')
    expect(faults.filter((fault) => /invalid|expected|received|unrecognized/i.test(fault))).toEqual([])
    expect(faults.filter((fault) => !fault.startsWith('COUNCIL_FILE'))).toHaveLength(Object.keys(settings).length - 1)
  })

  it.each([['x', false], ['Council', false], ['Council <no-reply>', false], ['no-reply@council.example', true], ['The Council <no-reply@council.example>', true]])('can send mail from %s: %s', (MAIL_FROM, isTaken) =>
    expect(namesOf({ ...production(), MAIL_FROM })).toEqual(isTaken ? [] : ['MAIL_FROM']),
  )

  it.each([['a file', () => file('a-file', '')], ['in a file', () => join(file('a-file', ''), 'data')], ['where the system keeps no files', () => '/proc/nope']])('cannot keep data in a folder that is %s', (_where, place) =>
    expect(namesOf({ ...demo, DATA_DIR: place() })).toEqual(['DATA_DIR']),
  )

  it('has nothing made for data by reading the settings', () => {
    read({ ...demo, DATA_DIR: join(folder, 'some', 'data') })
    expect(readdirSync(folder)).toEqual([])
  })

  it('can start production with all it needs, and not without any one of them', () => {
    expect(read(production())).toMatchObject({ mode: 'production', baseUrl: 'https://send.council.example' })
    const { WAYMARK_MODE: _mode, DATA_DIR: _folder, ...needed } = production()
    for (const name of Object.keys(needed)) expect([name, namesOf({ ...production(), [name]: '' })]).toEqual([name, [name]])
  })

  it('gets production when no mode is named', () => {
    const { WAYMARK_MODE: _mode, ...rest } = production()
    expect(read(rest).mode).toBe('production')
  })

  it('is told of a file that is not there, is no JSON, or is no council', () => {
    expect(namesOf({ ...demo, COUNCIL_FILE: join(folder, 'nothing') })).toContain('COUNCIL_FILE')
    expect(namesOf({ ...demo, COUNCIL_FILE: file('a.json', '{') })).toContain('COUNCIL_FILE')
    expect(faultsOf({ ...demo, COUNCIL_FILE: file('b.json', '{"name":"A"}') }).length).toBeGreaterThan(3)
    expect(namesOf({ ...production(), KEY_RING_FILE: join(folder, 'nothing') })).toContain('KEY_RING_FILE')
    expect(namesOf({ ...production(), KEY_RING_FILE: folder })).toEqual(['KEY_RING_FILE'])
    expect(namesOf({ ...production(), KEY_RING_FILE: file('keys', 'not a key ring') })).toContain('KEY_RING_FILE')
  })

  it('is told of colours that cannot be read, before anybody sees them', () => {
    const council = JSON.parse(readFileSync('db/demo-council.json', 'utf8')) as object
    const coloured = (brand: string) => faultsOf({ ...demo, COUNCIL_FILE: file('council.json', JSON.stringify({ ...council, colours: { brand } })) })
    expect(coloured('#003078')).toEqual([])
    expect(coloured('pale')).toEqual([expect.stringMatching(/^COUNCIL_FILE, colours: .*pale/)])
    expect(coloured('#ffe0a0')).toContainEqual(expect.stringMatching(/^COUNCIL_FILE, colours: .*brand.* contrast of [\d.]+ and needs [\d.]+/))
  })

  it.each(['http://send.council.example', 'http://localhost.evil.example', 'http://127.evil.example', 'http://evil.example/?x=//localhost', 'ftp://localhost'])(
    'cannot serve families at %s, which is neither encrypted nor this machine',
    (BASE_URL) => expect(namesOf({ ...production(), BASE_URL })).toEqual(['BASE_URL']),
  )

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('can try production on this machine, at %s', (BASE_URL) =>
    expect(namesOf({ ...production(), BASE_URL })).toEqual([]),
  )

  it('can start the demo from any folder', () => {
    const from = vi.spyOn(process, 'cwd').mockReturnValue(folder)
    try {
      expect(read(demo).council.name).toBe('Anyborough Council')
    } finally {
      from.mockRestore()
    }
  })

  it('can say how much a log says, in words that the log knows', () => {
    expect(namesOf({ ...demo, LOG_LEVEL: 'loud' })).toEqual(['LOG_LEVEL'])
    expect([read({ ...demo, LOG_LEVEL: 'warn' }).logLevel, read(demo).logLevel]).toEqual(['warn', 'info'])
  })

  it('gives systems keys, some of which may see protected details', () => {
    const secret = 'x'.repeat(24)
    expect(read({ ...demo, API_KEYS: `cases=${secret}, lado+protected=${secret}y` }).apiKeys).toEqual([
      { name: 'cases', maySeeProtected: false, secret }, { name: 'lado', maySeeProtected: true, secret: `${secret}y` },
    ])
  })
})

describe('data', () => {
  const programs = { worker: new URL('file:///nothing.js'), inspect: new URL('file:///nothing.js'), paint: new URL('file:///nowhere') }
  const open = async (settings: Settings) => {
    const services = await openServices(read(settings), programs)
    await services.store.setPurpose(read(settings).mode)
    await services.store.close()
    await services.printer.close()
  }

  it('of production is not opened as a demo, nor a demo as production', async () => {
    const real = production()
    await open(real)
    await expect(open({ ...real, WAYMARK_MODE: 'demo' })).rejects.toThrow(WrongPurpose)
    const other = { ...real, WAYMARK_MODE: 'demo', DATA_DIR: join(folder, 'demo') }
    await open(other)
    await expect(open({ ...other, WAYMARK_MODE: 'production' })).rejects.toThrow(WrongPurpose)
    await open(real)
  })

  it('cannot be opened with other keys', async () => {
    const real = production()
    await open(real)
    const why = async (ring: string) => inTheWay(await open({ ...real, KEY_RING_FILE: file('others.txt', ring) }).catch((error: unknown) => error))
    expect(await why(realKeys())).toContain('KEY_RING_FILE: does not open the data')
    expect(await why(realKeys().replace('k1:', 'k2:'))).toContain('KEY_RING_FILE: has no key called k1')
  })

  it('is kept in no folder that cannot be made, and the operator is told which', async () => {
    const why = inTheWay(await openServices({ ...read(demo), dataDir: file('a-file', '') }, programs).catch((error: unknown) => error))
    expect(why).toContain(`DATA_DIR: ${join(folder, 'a-file')} cannot be the folder for the data (ENOTDIR).`)
  })

  it('of a demo is opened again with the keys it made', async () => {
    const settings = { ...demo, DATA_DIR: join(folder, 'demo') }
    await open(settings)
    await open(settings)
    await expect(open({ ...production(), DATA_DIR: settings.DATA_DIR })).rejects.toThrow(WrongPurpose)
    expect(namesOf({ ...production(), KEY_RING_FILE: join(settings.DATA_DIR, 'demo-key-ring.txt') })).toEqual(['KEY_RING_FILE'])
  })
})

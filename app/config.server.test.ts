import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.server'

const here = process.cwd()
afterEach(() => process.chdir(here))

/** The settings at fault. */
function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    return error.faults.map((fault) => fault.split(':')[0] ?? '')
  }
}

describe('the settings', () => {
  it('are those of the demo council wherever the portal is started', () => {
    process.chdir(tmpdir())
    expect(readConfig({ WAYMARK_MODE: 'demo' }).council.name).toBe('Anyborough Council')
  })

  it.each(['http://localhost.evil.com', 'http://127.evil.com', 'http://send.anyborough.gov.uk', 'ftp://localhost', 'http://evil.com/?x=//localhost'])(
    'refuse %s for families: it is neither encrypted nor this machine',
    (BASE_URL) => expect(faultsOf({ BASE_URL })).toContain('BASE_URL'),
  )

  it.each(['https://send.anyborough.gov.uk', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('take %s', (BASE_URL) =>
    expect(faultsOf({ BASE_URL })).not.toContain('BASE_URL'),
  )

  it('know how much a log can say', () => {
    expect(faultsOf({ WAYMARK_MODE: 'demo', LOG_LEVEL: 'loud' })).toEqual(['LOG_LEVEL'])
    expect(readConfig({ WAYMARK_MODE: 'demo', LOG_LEVEL: 'warn' }).logLevel).toBe('warn')
    expect(readConfig({ WAYMARK_MODE: 'demo', LOG_LEVEL: '' }).logLevel).toBe('info')
  })
})

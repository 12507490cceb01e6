import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { rewrapKeys } from '#db'
import { readConfig, type Config } from '~/config.server'
import { londonDayOf } from '~/engine/london-day'
import { storeFileOf } from '~/services.server'
import { no } from './no'
import { stopped } from './on-store'
import { say } from './words'

/** `portal config`: checks the settings as the server would read them, and makes keys. */
export function registerConfig(program: Command): void {
  const config = program.command('config').description(say('config', 'description'))
  config
    .command('check')
    .description(say('config', 'check'))
    .action((_options: object, command: Command) => {
      process.stdout.write(summaryOf(checked(command)))
    })
  config
    .command('new-key')
    .description(say('config', 'new-key'))
    .action(() => {
      process.stdout.write(`${newKey()}\n`)
    })
  config
    .command('use-new-key')
    .description(say('config', 'use-new-key'))
    .action(async (_options: object, command: Command) => {
      process.stdout.write(`${say('config', 'changed', { count: await underNewKey(checked(command), command) })}\n`)
    })
}

/** Puts what an installation keeps under the first key of its ring, beside a running portal or without one. Returns how many data keys changed. */
async function underNewKey(config: Config, command: Command): Promise<number> {
  const file = storeFileOf(config)
  if (!config.keyRing || !existsSync(file)) return no(command, say('config', config.keyRing ? 'no-data' : 'demo-keeps', { folder: config.dataDir }))
  try {
    return await rewrapKeys(`sqlite:${file}`, config.keyRing)
  } catch (error) {
    return stopped(command, error)
  }
}

function checked(command: Command): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    return stopped(command, error)
  }
}

const MB = 1024 * 1024

/** What the settings come to, a line each, with nothing in it that must stay secret. */
function summaryOf(config: Config): string {
  const keys = config.apiKeys.map(({ name, maySeeProtected }) => (maySeeProtected ? `${name}+protected` : name))
  const lines: Record<string, string | number> = {
    WAYMARK_MODE: config.mode,
    PORT: config.port,
    HOST: config.host,
    BASE_URL: config.baseUrl ?? `http://localhost:${config.port}`,
    DATA_DIR: config.dataDir,
    KEY_RING_FILE: config.keyRing === undefined ? say('config', 'demo-key') : [...config.keyRing.keys.keys()].join(', '),
    COUNCIL_FILE: config.council.name,
    COUNCIL_MAILBOX: config.councilMailbox,
    SMTP_URL: config.smtpUrl === undefined ? say('config', 'no-mail') : new URL(config.smtpUrl).host,
    MAIL_FROM: config.mailFrom,
    CLAMD_SOCKET: config.clamd ?? say('config', 'no-scanner'),
    UPLOAD_FILES: config.uploadLimits.files,
    UPLOAD_MB: config.uploadLimits.bytes / MB,
    UPLOAD_FILE_MB: config.uploadLimits.fileBytes / MB,
    UPLOAD_VIDEO_MB: config.uploadLimits.videoBytes / MB,
    UPLOAD_DRAFTS_MB: config.uploadLimits.draftBytes / MB,
    API_KEYS: keys.join(', ') || say('config', 'none'),
    TRUST_PROXY: config.trustProxy,
    LIMIT_BY_ADDRESS: config.limitByAddress ? 'on' : 'off',
    GUEST_DRAFTS: config.guestDrafts,
    LIMIT_PER_MINUTE: config.limitPerMinute,
    ACCESSIBILITY_TESTED_ON: config.accessibilityTestedOn ?? say('config', 'none'),
    LOG_LEVEL: config.logLevel,
  }
  return Object.entries(lines).map(([name, value]) => `${name}: ${value}\n`).join('')
}

/** One entry of a key ring: its name says when it was made, so that the oldest is easy to find. */
const newKey = () => `${londonDayOf(new Date())}-${randomBytes(2).toString('hex')}:${randomBytes(32).toString('base64')}`

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// ClamAV's real daemon for tests, with a database of its own that knows one signature: the test file of EICAR. Neither the file nor its
// signature is ever written in this repository, or scanners would take it for a virus.

/** The 68 letters of EICAR's test file (https://www.eicar.org/download-anti-malware-testfile/), put together at run time. */
export const eicar = (): string => ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$EIC', 'AR-STANDARD-ANTI', 'VIRUS-TEST-FI', 'LE!$H+H*'].join('')

export const hasClamd = (): boolean => spawnSync('clamd', ['--version']).status === 0

export interface Clamd {
  readonly socket: string
  stop(): Promise<void>
  start(): Promise<void>
  /** Ends it and deletes its folder. */
  close(): Promise<void>
}

/** @param streamMegabytes the most that it takes */
export async function startClamd(streamMegabytes = 110): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-clamd-'))
  const [socket, signatures, config] = [join(folder, 'clamd.ctl'), join(folder, 'signatures'), join(folder, 'clamd.conf')]
  mkdirSync(signatures)
  writeFileSync(join(signatures, 'eicar.ndb'), `Waymark.Test.Eicar:0:*:${Buffer.from(eicar()).toString('hex')}\n`)
  const settings = {
    Foreground: 'yes', LocalSocket: socket, DatabaseDirectory: signatures, TemporaryDirectory: folder, ReadTimeout: 60,
    StreamMaxLength: `${streamMegabytes}M`, MaxFileSize: `${streamMegabytes}M`, MaxScanSize: '400M', AlertExceedsMax: 'yes', ConcurrentDatabaseReload: 'no',
  }
  writeFileSync(config, Object.entries(settings).map(([name, value]) => `${name} ${value}\n`).join(''))
  let child: ChildProcess | undefined

  const start = async () => {
    const born = spawn('clamd', ['--config-file', config], { stdio: 'ignore' })
    child = born
    for (let tries = 0; tries < 600; tries++) {
      if (born.exitCode !== null) throw new Error(`clamd ended with ${born.exitCode}`)
      if (existsSync(socket) && (await answers(socket))) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('clamd did not answer')
  }
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    rmSync(socket, { force: true })
  }
  await start()
  return {
    socket,
    start,
    stop,
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ path }, () => socket.write('zPING\0'))
    socket.once('data', (said) => {
      socket.destroy()
      resolve(said.toString().startsWith('PONG'))
    })
    socket.once('error', () => resolve(false))
  })

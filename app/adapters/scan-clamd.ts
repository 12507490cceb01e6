import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Bytes, Scanner, ScanResult } from '~/applications/ports'

/** How long clamd may say and take nothing. A large file is looked at after its last byte: the longest wait. */
const IDLE = 120_000

/** Where clamd listens: a path ('/run/clamav/clamd.ctl') or a host and port ('127.0.0.1:3310'). */
const placeOf = (address: string) => {
  const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? []
  return address.startsWith('/') || !host ? { path: address } : { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/** ClamAV's daemon, over its socket (clamd(8), INSTREAM). Only a plain OK is clean; whatever else it says, or does not say, is not. */
export function clamdScanner(address: string, idle = IDLE): Scanner {
  return {
    async scan(bytes) {
      const socket = connect(placeOf(address))
      try {
        const { said, isWhole } = await ask(socket, bytes, idle)
        return resultOf(said, isWhole)
      } finally {
        socket.destroy()
      }
    },
  }
}

/** What clamd answers (empty when it did not), and whether it was given all of the bytes before. */
async function ask(socket: Socket, bytes: Bytes, idle: number): Promise<{ readonly said: string; readonly isWhole: boolean }> {
  let said = ''
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  // What went wrong with the line is told by there being no answer.
  socket.on('error', () => undefined)
  socket.setEncoding('latin1').on('data', (text: string) => (said += text))
  socket.setTimeout(idle, () => socket.destroy())

  const write = async (chunk: Uint8Array) => {
    // clamd hangs up when it has seen enough; what it said may still be on its way.
    if (!socket.destroyed && !socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed])
  }
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of bytes) {
    if (socket.destroyed || said) break
    if (chunk.byteLength === 0) continue
    const size = Buffer.alloc(4)
    size.writeUInt32BE(chunk.byteLength)
    await write(size)
    await write(chunk)
  }
  const isWhole = !socket.destroyed && !said
  await write(Buffer.alloc(4))
  await closed
  return { said: said.replace(/\0$/, ''), isWhole }
}

function resultOf(said: string, isWhole: boolean): ScanResult {
  if (said === 'stream: OK' && isWhole) return 'clean'
  if (/size limit exceeded|Heuristics\.Limits\.Exceeded/i.test(said)) return 'too-big'
  return said.endsWith(' FOUND') ? 'infected' : 'unavailable'
}

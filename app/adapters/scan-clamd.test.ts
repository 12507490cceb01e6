import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clamdScanner } from './scan-clamd'
import { noScanner } from './scan-none'
import { eicar, hasClamd, startClamd, type Clamd } from './clamd.contract'

const MIB = 1024 * 1024
async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function* ofSize(size: number): AsyncGenerator<Uint8Array> {
  const block = randomBytes(MIB)
  for (let left = size; left > 0; left -= MIB) yield block.subarray(0, Math.min(left, MIB))
}

describe.skipIf(!hasClamd())('ClamAV’s daemon (needs clamd)', () => {
  let clamd: Clamd
  beforeAll(async () => void (clamd = await startClamd(8)))
  afterAll(() => clamd.close())

  it('finds the test file of EICAR, in whatever pieces it comes, and nothing in other files', async () => {
    const scanner = clamdScanner(clamd.socket)
    for (const size of [1, 7, 68]) expect(await scanner.scan(inPieces(Buffer.from(eicar()), size))).toBe('infected')
    expect(await scanner.scan(inPieces(Buffer.from(`A letter. ${eicar().slice(0, 67)}`)))).toBe('clean')
    expect(await scanner.scan(inPieces(Buffer.alloc(0)))).toBe('clean')
    expect(await scanner.scan(ofSize(7 * MIB))).toBe('clean')
  })

  it('says that a file is more than it takes', async () => {
    expect(await clamdScanner(clamd.socket).scan(ofSize(9 * MIB))).toBe('too-big')
    expect(await clamdScanner(clamd.socket).scan(ofSize(60 * MIB))).toBe('too-big')
  })

  it('looks at many at once', async () => {
    const scanner = clamdScanner(clamd.socket)
    const found = await Promise.all(Array.from({ length: 30 }, (_, at) => scanner.scan(inPieces(Buffer.from(at % 3 === 0 ? eicar() : 'hello')))))
    expect(found).toEqual(found.map((_, at) => (at % 3 === 0 ? 'infected' : 'clean')))
  })

  it('is unavailable when it is down, and there again when it is up', async () => {
    const scanner = clamdScanner(clamd.socket)
    await clamd.stop()
    expect(await scanner.scan(inPieces(Buffer.from(eicar())))).toBe('unavailable')
    await clamd.start()
    expect(await scanner.scan(inPieces(Buffer.from(eicar())))).toBe('infected')
  })
})

describe('a daemon that does not do as it should', () => {
  const servers: { close: () => void }[] = []
  afterEach(() => servers.splice(0).forEach((server) => server.close()))

  async function daemon(behave: (socket: Socket) => void): Promise<string> {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined))
      behave(socket)
    }).listen(0, '127.0.0.1')
    servers.push({ close: () => void (server.close(), sockets.forEach((socket) => socket.destroy())) })
    await once(server, 'listening')
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const scan = async (behave: (socket: Socket) => void) => clamdScanner(await daemon(behave), 300).scan(ofSize(2 * MIB))

  it('never makes a file clean', async () => {
    expect(await clamdScanner('/nowhere/clamd.ctl').scan(ofSize(10))).toBe('unavailable')
    expect(await clamdScanner('127.0.0.1:1').scan(ofSize(10))).toBe('unavailable')
    expect(await scan((socket) => socket.destroy())).toBe('unavailable')
    expect(await scan((socket) => socket.end())).toBe('unavailable')
    // It has not seen all of the file yet.
    const hasty = await daemon((socket) => void socket.write('stream: OK\0'))
    expect(await clamdScanner(hasty, 300).scan(ofSize(30 * MIB))).toBe('unavailable')
    expect(await scan((socket) => socket.end('stream: OK OK\0'))).toBe('unavailable')
    expect(await scan((socket) => socket.end('stream: Can\'t allocate memory ERROR\0'))).toBe('unavailable')
    expect(await scan((socket) => socket.end('OK\0'))).toBe('unavailable')
    expect(await scan((socket) => void socket.pause())).toBe('unavailable')
    expect(await scan((socket) => void socket.resume())).toBe('unavailable')
    expect(await scan((socket) => void socket.resume().end('stream: Win.Test FOUND\0'))).toBe('infected')
  })

  it('does not hide that the bytes themselves broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(10)
      throw new Error('the seal is broken')
    }
    const address = await daemon((socket) => void socket.resume())
    await expect(clamdScanner(address).scan(broken())).rejects.toThrow('the seal is broken')
    await expect(noScanner().scan(broken())).rejects.toThrow('the seal is broken')
  })

  it('is spoken to as the protocol has it: sizes before pieces, and an empty one last', async () => {
    const got: Buffer[] = []
    const address = await daemon((socket) => {
      socket.on('data', (piece: Buffer) => {
        got.push(piece)
        if (Buffer.concat(got).subarray(-4).equals(Buffer.alloc(4))) socket.end('stream: OK\0')
      })
    })
    expect(await clamdScanner(address).scan(inPieces(Buffer.from('abcde'), 3))).toBe('clean')
    expect(Buffer.concat(got)).toEqual(Buffer.from('zINSTREAM\0\0\0\0\x03abc\0\0\0\x02de\0\0\0\0', 'latin1'))
  })
})

describe('no scanner', () => {
  it('never says that a file is clean', async () => {
    expect(await noScanner().scan(inPieces(Buffer.from(eicar())))).toBe('none')
  })
})

import { createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SealBroken, type DataKey } from './seal'
import { openStream, sealStream } from './seal-stream'

const KIB64 = 65_536
const HEAD = 33
const SEALED = KIB64 + 16
const newKey = (id = 'applications:a'): DataKey => ({ id, key: createSecretKey(randomBytes(32)) })

async function* inPieces(bytes: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const key = newKey()
const seal = (bytes: Buffer, object = 'o') => whole(sealStream(key, object, inPieces(bytes)))
const opens = (sealed: Buffer, by = key, object = 'o') => whole(openStream(by, object, inPieces(sealed)))
const refused = (sealed: Buffer, by = key, object = 'o') => expect(opens(sealed, by, object)).rejects.toThrow(SealBroken)

describe('a sealed file', () => {
  it.each([0, 1, KIB64 - 1, KIB64, KIB64 + 1, 3 * KIB64, 200_000])('of %i bytes opens as it was, whatever the pieces it comes in', async (size) => {
    const bytes = randomBytes(size)
    for (const piece of [1, 16, 4096, SEALED, 1_000_000]) {
      if (piece === 1 && size > KIB64) continue
      const sealed = await whole(sealStream(key, 'o', inPieces(bytes, piece)))
      expect(sealed.length).toBe(HEAD + size + 16 * Math.max(1, Math.ceil(size / KIB64)))
      expect((await whole(openStream(key, 'o', inPieces(sealed, piece)))).equals(bytes)).toBe(true)
    }
  })

  it('shows nothing of what it holds, and never looks the same twice', async () => {
    const bytes = Buffer.from('Maya Okafor has an appointment. '.repeat(5000))
    const [one, two] = [await seal(bytes), await seal(bytes)]
    expect(one.includes('Okafor')).toBe(false)
    expect(one.equals(two)).toBe(false)
    expect(one.subarray(HEAD, HEAD + KIB64).equals(one.subarray(HEAD + SEALED, HEAD + SEALED + KIB64))).toBe(false)
  })

  it('that was cut short at any place does not open', async () => {
    const sealed = await seal(randomBytes(3 * KIB64))
    const cuts = [0, 1, HEAD - 1, HEAD, HEAD + 1, HEAD + 16, HEAD + SEALED - 1, HEAD + SEALED, HEAD + SEALED + 1, HEAD + 2 * SEALED, sealed.length - 17, sealed.length - 16, sealed.length - 1]
    for (const cut of cuts) await refused(sealed.subarray(0, cut))
  })

  it('that was added to does not open', async () => {
    for (const size of [0, 5, KIB64]) {
      const sealed = await seal(randomBytes(size))
      await refused(Buffer.concat([sealed, Buffer.alloc(1)]))
      await refused(Buffer.concat([sealed, sealed.subarray(HEAD)]))
    }
  })

  it('whose pieces were swapped, repeated, left out or taken from another does not open', async () => {
    const bytes = randomBytes(3 * KIB64 + 100)
    const [sealed, other] = [await seal(bytes), await seal(bytes)]
    const head = sealed.subarray(0, HEAD)
    const piece = (of: Buffer, number: number) => of.subarray(HEAD + number * SEALED, HEAD + (number + 1) * SEALED)
    const [one, two, three, last] = [piece(sealed, 0), piece(sealed, 1), piece(sealed, 2), piece(sealed, 3)]
    expect((await opens(Buffer.concat([head, one, two, three, last]))).equals(bytes)).toBe(true)
    for (const pieces of [[two, one, three, last], [one, one, three, last], [one, three, last], [two, three, last], [last], [one, two, three], [one, piece(other, 1), three, last]]) {
      await refused(Buffer.concat([head, ...pieces]))
    }
    await refused(Buffer.concat([other.subarray(0, HEAD), one, two, three, last]))
  })

  it('with one bit changed anywhere does not open', async () => {
    const sealed = await seal(randomBytes(KIB64 + 50))
    for (let at = 0; at < sealed.length; at += at < 60 ? 1 : 1999) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      await refused(changed)
    }
  })

  it('does not open under another name, key or name of a key', async () => {
    const sealed = await seal(randomBytes(100))
    await refused(sealed, key, 'p')
    await refused(sealed, newKey())
    await refused(sealed, { ...key, id: 'applications:b' })
  })

  it('gives what it has proven as it goes, and takes no more than it needs to', async () => {
    let taken = 0
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        taken += 1
        yield randomBytes(KIB64)
      }
    }
    const opened = openStream(key, 'o', sealStream(key, 'o', endless()))
    for (let chunk = 0; chunk < 20; chunk++) expect((await opened.next()).value).toHaveLength(KIB64)
    await opened.return(undefined)
    expect(taken).toBeLessThan(25)
  })

  it('has the format that is written down, so that it can be read without this program', async () => {
    const sealed = await seal(Buffer.from('a letter'))
    const fileKey = hkdfSync('sha256', key.key, sealed.subarray(1, 33), '["objects","o","applications:a",1]', 32)
    const nonce = Buffer.from('000000000000000000000001', 'hex')
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(fileKey), nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    expect(Buffer.concat([decipher.update(sealed.subarray(33, -16)), decipher.final()]).toString()).toBe('a letter')
  })
})

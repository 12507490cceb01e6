import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import type { Bytes } from '~/applications/ports'
import { SealBroken, type DataKey, type Place } from './seal'

// The bytes of a file, sealed as they pass by in chunks of 64 KiB, so that no file is ever whole in memory (the STREAM construction of Hoang,
// Reyhanitabar, Rogaway and Vizár, 2015, as the age file format has it). Each file has a key of its own, derived (HKDF, RFC 5869) from the data key,
// a random salt and the name of the object; the nonce counts the chunks and says which is the last. A chunk that was changed, left out,
// repeated, moved or taken from another file does not open, nor does a file that was cut short or added to.
//
// version (1 byte) · salt (32) · chunk · chunk · … · last chunk; a chunk is up to 64 KiB under AES-256-GCM and its tag (16).

const version = 1
const saltBytes = 32
const headBytes = 1 + saltBytes
const chunkBytes = 64 * 1024
const tagBytes = 16

const placeOf = (object: string): Place => ({ table: 'objects', column: 'bytes', row: object })

function keyOf({ id, key }: DataKey, object: string, salt: Buffer): KeyObject {
  const about = JSON.stringify(['objects', object, id, version])
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, salt, about, 32)))
}

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(chunk, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

interface Chunk {
  readonly bytes: Buffer
  readonly number: number
  readonly isLast: boolean
}

/** The same bytes in pieces of one size (the first may differ); there is always a last one, which may be shorter or empty. */
async function* inChunks(bytes: Bytes, size: number, firstSize = size): AsyncGenerator<Chunk> {
  let held: Buffer[] = []
  let length = 0
  let number = 0
  const sizeNow = () => (number === 0 ? firstSize : size)
  for await (const each of bytes) {
    held.push(Buffer.from(each.buffer, each.byteOffset, each.byteLength))
    length += each.byteLength
    // What fills a chunk exactly is held back: whether it is the last is not known yet.
    if (length <= sizeNow()) continue
    let rest = Buffer.concat(held)
    while (rest.length > sizeNow()) {
      const end = sizeNow()
      yield { bytes: rest.subarray(0, end), number, isLast: false }
      rest = rest.subarray(end)
      number += 1
    }
    held = [rest]
    length = rest.length
  }
  yield { bytes: Buffer.concat(held), number, isLast: true }
}

/** Seals the bytes of a file, which will be kept as this object. */
export async function* sealStream(dataKey: DataKey, object: string, bytes: Bytes): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const key = keyOf(dataKey, object, salt)
  yield Buffer.concat([Buffer.of(version), salt])
  for await (const chunk of inChunks(bytes, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk.number, chunk.isLast))
    const body = cipher.update(chunk.bytes)
    cipher.final()
    yield Buffer.concat([body, cipher.getAuthTag()])
  }
}

/**
 * The bytes that were sealed for this object. Each chunk is proven before it is given; only after the last is it known that nothing is missing.
 * @throws SealBroken
 */
export async function* openStream(dataKey: DataKey, object: string, sealed: Bytes): AsyncGenerator<Buffer> {
  const broken = () => new SealBroken(placeOf(object))
  const sealedBytes = chunkBytes + tagBytes
  let key: KeyObject | undefined
  for await (const { bytes, number, isLast } of inChunks(sealed, sealedBytes, headBytes + sealedBytes)) {
    if (number === 0 && (bytes.length < headBytes || bytes[0] !== version)) throw broken()
    key ??= keyOf(dataKey, object, bytes.subarray(1, headBytes))
    const chunk = number === 0 ? bytes.subarray(headBytes) : bytes
    // Only an empty file has an empty chunk: otherwise one could be added after the last.
    if (chunk.length < tagBytes || (number > 0 && chunk.length === tagBytes)) throw broken()
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes })
    decipher.setAuthTag(chunk.subarray(-tagBytes))
    const opened = decipher.update(chunk.subarray(0, -tagBytes))
    try {
      decipher.final()
    } catch {
      throw broken()
    }
    yield opened
  }
}

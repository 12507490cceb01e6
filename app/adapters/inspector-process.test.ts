import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes, Inspector } from '~/applications/ports'
import type { ConfinedSettings } from './confined-process'
import { inspectorProcess } from './inspector-process'
import { fixture } from '~/evidence/fixtures/inspected'

let inspector: Inspector
afterEach(() => inspector.close())

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function whole(bytes: Bytes): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
const misbehaving = (settings: Partial<ConfinedSettings> = {}) =>
  (inspector = inspectorProcess({ workerUrl: new URL('./inspector.fixture.mjs', import.meta.url), timeLimit: 20_000, ...settings }))

/** What an inspection finds: why it refuses, or its copy. */
async function found(bytes: Bytes, name = 'a.txt'): Promise<string> {
  const inspection = await inspector.inspect({ name, bytes })
  return 'refused' in inspection ? inspection.refused : (await whole(inspection.copy)).toString()
}
const told = (text: string) => found(inPieces(Buffer.from(text)))

describe('an inspection in a process of its own', () => {
  it('gives back a copy of any size, and refuses', async () => {
    misbehaving()
    expect(await told('hello')).toBe('hello')
    expect(await told('refuse\n')).toBe('macros')
    const long = 'a letter. '.repeat(500_000)
    expect(await told(long)).toBe(long)
  })

  it('does not start for a name of no kind that is taken', async () => {
    misbehaving({ workerUrl: new URL('file:///nowhere.mjs') })
    expect(await found(inPieces(Buffer.from('x')), 'a.exe')).toBe('not-what-it-says')
  })

  it.each(['throw', 'exit after', 'loop', 'hang', 'eat', 'eat letters', 'chatter', 'short', 'long', 'strange'])('fails when the process should %s, and does the next', async (fault) => {
    misbehaving({ timeLimit: ['loop', 'hang', 'eat letters'].includes(fault) ? 1500 : 20_000, memory: 600 })
    const [failed, next] = await Promise.allSettled([told(`${fault}\n`), told('next')])
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(InspectorFailed) })
    expect(next).toMatchObject({ status: 'fulfilled', value: 'next' })
  })

  it('fails when there is no such program', async () => {
    misbehaving({ workerUrl: new URL('file:///nowhere/at/all.mjs') })
    await expect(told('x')).rejects.toThrow(InspectorFailed)
  })

  it('can read nothing of the machine, write nothing, start nothing and know no secret', async () => {
    process.env.SECRET_OF_A_TEST = 'secret'
    misbehaving()
    expect(await told('look about\n')).toBe('')
  })

  it('says why when the file itself broke off', async () => {
    misbehaving()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100_000)
      throw new Error('the seal is broken')
    }
    await expect(found(broken())).rejects.toThrow('the seal is broken')
    expect(await told('next')).toBe('next')
  })

  it('does so many at once, and the others after them', async () => {
    misbehaving({ workers: 2 })
    expect(await Promise.all(Array.from({ length: 8 }, (_, at) => told(`letter ${at}`)))).toEqual(Array.from({ length: 8 }, (_, at) => `letter ${at}`))
  })

  it('ends with the copy, also when nobody reads on', async () => {
    misbehaving()
    for (let time = 0; time < 3; time++) {
      const inspection = await inspector.inspect({ name: 'a.txt', bytes: inPieces(Buffer.from('a letter. '.repeat(500_000))) })
      for await (const piece of 'copy' in inspection ? inspection.copy : []) if (piece.length > 0) break
    }
    expect(await told('next')).toBe('next')
  })

  it('ends when it is closed, whoever waits', async () => {
    misbehaving()
    const waiting = Promise.allSettled([told('hang\n'), told('hang\n'), told('next')])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await inspector.close()
    expect((await waiting).map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

describe('the inspector of the portal', () => {
  it('looks inside files where it may read only its own program', async () => {
    inspector = inspectorProcess({ workerUrl: new URL('../../build/node/inspect.js', import.meta.url) })
    expect(await told('Dear Ms Lee,\n')).toBe('Dear Ms Lee,\n')
    expect(await found(inPieces(Buffer.from('%PDF-1.7\n')), 'a.pdf')).toBe('damaged')
    expect(await found(inPieces(Buffer.from('%PDF-1.7\n')), 'a.docx')).toBe('not-what-it-says')
    for (const name of ['report.pdf', 'report.docx', 'report.odt', 'report.rtf', 'photo.heic', 'film.mp4', 'sound.m4a', 'sound.mp3']) {
      expect(await inspector.inspect({ name, bytes: inPieces(fixture(name)) }), name).toHaveProperty('copy')
    }
    // The library for such photos prints why it cannot read one.
    expect(await found(inPieces(fixture('photo.heic').subarray(0, 500)), 'a.heic')).toBe('damaged')
    // A process of the lowest priority: it takes as long as the work beside it lets it.
  }, 180_000)
})

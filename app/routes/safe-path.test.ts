import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from './responses.server'

describe('where somebody is sent back to after signing in', () => {
  it.each([
    '/applications', '/applications/7H4K-92CX', '/applications/7H4K-92CX/print', '/apply/parent-request?ref=7H4K-92CX',
    '/apply/parent-request/other-parent-reach?ref=7H4K-92CX&item=a1b2c3', '/apply/parent-request/why-now?ref=7H4K-92CX&from=check', '/invited/ZkV1bm5lYXJseS1hLXRva2VuLW9mLTQzLWxldHRlcnM', '/schools/990101/forms/7H4K-92CX',
  ])('is a page of ours: %s', (path) => expect(safePath(path)).toBe(path))

  it.each([
    null, '', '/', '//evil.example', 'https://evil.example', '/\\evil.example', '/apply//evil.example', '/apply/x?ref=\r\nSet-Cookie:a=b', '/apply/%2F%2Fevil.example', '/sign-out',
    '/applications?name=Zofia', '/apply/parent-request?ref=7H4K-92CX&childFirstNames=Zofia', '/apply/parent-request?ref=anna@example.org', '/applications?ref=a?ref=b',
    '/apply/x?ref=a#//evil.example', `/applications/${'a'.repeat(61)}`, '/apply/x?ref=', '/apply/x?',
  ])('is nowhere else: %s', (path) => expect(safePath(path)).toBeUndefined())

  it('is on this site and carries nothing that a person typed, whatever is asked for', () => {
    const piece = fc.oneof(fc.constantFrom('/', '//', '\\', 'apply', 'applications', '?', '&', '=', 'ref', 'item', 'http:', '@', '%2e', '..', '\t'), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = safePath(`/apply${pieces.join('')}`)
        if (path === undefined) return
        const { origin, searchParams } = new URL(path, 'https://portal.example')
        expect(origin).toBe('https://portal.example')
        expect([...searchParams.keys()].filter((name) => !['ref', 'item', 'from'].includes(name))).toEqual([])
      }),
    )
  })
})

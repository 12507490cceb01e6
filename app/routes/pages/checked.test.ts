import { describe, expect, it } from 'vitest'
import { checkedOf, checkIds, checkQuery, CHECKS, notesOf, previousOf } from './checked'

const read = (query: string) => checkedOf(new URLSearchParams(query))

describe('check before you start', () => {
  it('asks four questions at most', () => {
    expect(checkIds.length).toBeLessThanOrEqual(4)
  })

  it('begins at the first question, whatever is in the address', () => {
    for (const query of ['', 'at=nowhere', 'who=a-villain', 'at=%00', 'at=who&at=result']) expect(read(query).at).toBe('who')
  })

  it('takes what is not an answer as skipped', () => {
    expect(read('at=plan&who=me&age=__proto__')).toEqual({ at: 'plan', chosen: { who: 'me' } })
  })

  it('lets a person past every question without an answer', () => {
    for (const at of [...checkIds, 'result'] as const) expect(read(`at=${at}`)).toEqual({ at, chosen: {} })
  })

  it('asks someone of 25 or over nothing more', () => {
    expect(read('at=plan&age=over').at).toBe('result')
    expect(read('at=age&age=over').at).toBe('age')
  })

  it('goes back to a question with what was chosen until then', () => {
    const { chosen } = read('at=result&who=work&age=young&plan=no&before=yes')
    expect(read(checkQuery('plan', chosen))).toEqual({ at: 'plan', chosen: { who: 'work', age: 'young', plan: 'no' } })
  })

  it('goes back one question at a time, and from the end to the last one asked', () => {
    expect(previousOf(read('at=who'))).toBeUndefined()
    expect(previousOf(read('at=plan'))).toBe('age')
    expect(previousOf(read('at=result'))).toBe('before')
    expect(previousOf(read('at=result&age=over'))).toBe('age')
  })

  it('never tells a young person that the right is somebody else’s, nor a child that it is theirs', () => {
    for (const age of CHECKS.age) {
      const notes = notesOf({ who: 'me', age })
      expect(notes).not.toContain('young')
      expect(notes.includes('me')).toBe(age === 'young' || age === 'unsure')
      expect(notes.includes('meChild')).toBe(age === 'child')
    }
  })
})

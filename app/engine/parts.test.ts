import { describe, expect, it } from 'vitest'
import { littleForm } from './fixtures/little-form'
import { answersFrom, partName, partsFrom } from './parts'

const answers = { firstName: 'Sam', lastName: null, inSchool: 'yes', school: 'Hill', helpers: [{ key: 'x7', helperName: 'Jo' }, { key: 'y8', helperKnown: 'yes' }] }
const stored = (parts: readonly { name: string; answers: object | null }[]) => parts.map((part) => ({ ...part, answers: part.answers && { ...part.answers }, revision: 1 }))

describe('the parts that answers are kept in', () => {
  it('are a page each and an item each, and come together again', () => {
    const parts = partsFrom(littleForm, answers)
    expect(parts.map((part) => part.name)).toEqual(['name', 'in-school', 'school', 'helpers', 'helpers/x7', 'helpers/y8'])
    expect(answersFrom(littleForm, stored(parts))).toEqual(answers)
  })

  it('tell a repeat left empty on purpose from one never seen', () => {
    expect(answersFrom(littleForm, [{ name: 'helpers', answers: {}, revision: 1 }])).toEqual({ helpers: [] })
    expect(answersFrom(littleForm, [])).toEqual({})
    expect(partsFrom(littleForm, { helpers: [] })).toEqual([{ name: 'helpers', answers: {} }])
  })

  it('forget an item that was removed, and pages that the form no longer has', () => {
    const parts = [{ name: partName('helpers', 'x7'), answers: null, revision: 2 }, { name: 'old-page', answers: { old: 'x' }, revision: 1 }]
    expect(answersFrom(littleForm, parts)).toEqual({})
  })
})

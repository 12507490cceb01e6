import { describe, expect, it } from 'vitest'
import type { Actor } from './actor'
import type { Fact, FactName } from './facts'
import { authorise, maySeeProtected, NotAllowed, NotFound, type Action } from './permissions'
import type { Application, Sent } from './ports'
import { hashOf, whatStands } from './sent-summary'
import { closedBy, receivedAs } from './standing'

const actors = {
  visitor: { role: 'visitor', browser: 'b' },
  person: { role: 'person', person: 'p', browser: 'b' },
  system: { role: 'system', name: 's', maySeeProtected: false },
  trusted: { role: 'system', name: 't', maySeeProtected: true },
  operator: { role: 'operator' },
} as const satisfies Record<string, Actor>
const application = { id: 'a' } as Application

describe('who may do what', () => {
  const families: readonly Action[] = ['start', 'read', 'save', 'send', 'withdraw', 'reply']
  const systems: readonly Action[] = ['record-fact', 'read-as-system', 'read-protected']
  const operators: readonly Action[] = [...families, ...systems, 'key-in']
  const all: readonly Action[] = [...families, 'find', ...systems, 'key-in']
  const may = (actor: Actor, action: Action) => {
    try {
      authorise(actor, action, application)
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(NotAllowed)
      return false
    }
  }

  it.each([['visitor', families], ['person', [...families, 'find']], ['system', systems], ['trusted', systems], ['operator', operators]] as const)('%s', (who, allowed) => {
    expect(all.filter((action) => may(actors[who], action))).toEqual(allowed)
  })

  it('what does not exist, or is somebody else’s, is not found', () => {
    for (const actor of [actors.visitor, actors.person]) expect(() => authorise(actor, 'read', undefined)).toThrow(NotFound)
  })

  it('only operators and systems that were trusted with it see what is kept private', () => {
    expect(Object.values(actors).filter(maySeeProtected)).toEqual([actors.trusted, actors.operator])
  })
})

describe('where a request stands', () => {
  const facts = (...names: FactName[]) => names.map((fact) => ({ fact }) as Fact)
  it('counts from how it came in, by whichever way', () => {
    for (const way of ['submitted', 'received-on-paper', 'brought-to-notice'] as const) expect(receivedAs(facts('caseworker-named', way, 'corrected'))?.fact).toBe(way)
    expect(receivedAs(facts('caseworker-named'))).toBeUndefined()
  })
  it('is closed by the family or the council, and by no decision', () => {
    for (const end of ['withdrawn', 'assessment-ended'] as const) expect(closedBy(facts('submitted', end))?.fact).toBe(end)
    expect(closedBy(facts('submitted', 'assessment-refused', 'final-plan-sent'))).toBeUndefined()
  })
})

describe('what the council has', () => {
  const row = (question: string, text: string) => ({ page: question, question, label: question, lines: [text] })
  const sent = (name: string, rows: ReturnType<typeof row>[], section = 'child'): Sent => ({ fact: name, hash: '', summary: { form: 'f', language: 'en', title: 't', name, sections: [{ id: section, title: section, rows }] } })

  it('is what was sent first, with later changes laid over it', () => {
    const stands = whatStands([sent('Sam', [row('a', 'one'), row('b', 'two')]), sent('Alex', [row('b', 'changed'), row('c', 'added')]), sent('Alex', [row('d', 'new part')], 'school'), { fact: 'reply', hash: '', summary: { ...sent('', [row('a', 'another form')]).summary, form: 'reply' } }], 'f')
    expect(stands?.name).toBe('Alex')
    expect(stands?.sections.flatMap((section) => section.rows.map(({ question, lines }) => [section.id, question, ...lines]))).toEqual([
      ['child', 'a', 'one'], ['child', 'b', 'changed'], ['child', 'c', 'added'], ['school', 'd', 'new part'],
    ])
  })

  it('has the same hash whatever the order of its keys, and another for another word', () => {
    const [{ summary }] = [sent('Sam', [row('a', 'one')])]
    const turned = Object.fromEntries(Object.entries(summary).reverse()) as typeof summary
    expect(hashOf(turned)).toBe(hashOf(summary))
    expect(hashOf({ ...summary, name: 'Sän' })).not.toBe(hashOf(summary))
    expect(hashOf(summary)).toMatch(/^[0-9a-f]{64}$/)
  })
})

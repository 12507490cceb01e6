import { describe, expect, it } from 'vitest'
import { aStory } from '~/applications/facts/a-story'
import { demoFamilies, demoStoryOf } from '~/applications/fixtures/demo-stories'
import type { Application, Sent } from '~/applications/ports'
import type { Upload } from '~/applications/uploads'
import { applicationShape, listShape } from './shapes'
import { toApiApplication, toApiList } from './to-api-application'

const today = '2026-11-23'
const application: Application = {
  id: 'a1', reference: 'WMK-7H4-92C', form: 'parent-request', language: 'en', startedAt: '2026-10-01T09:00:00.000Z', savedAt: '2026-10-02T09:00:00.000Z', sentAt: '2026-10-02T09:00:00.000Z',
}
const sent: Sent = {
  fact: 'fact-1',
  hash: 'a'.repeat(64),
  summary: {
    form: 'parent-request', language: 'en', title: 'A request', name: 'Zofia',
    sections: [{
      id: 'you', title: 'You',
      rows: [
        { question: 'address', page: 'address', label: 'Address', lines: ['1 Hidden Lane'], isProtected: true },
        { question: 'helpers', page: 'helpers', label: 'Helpers', lines: [], items: [{ key: 'x', title: 'Helper 1', rows: [
          { question: 'helperName', page: 'helpers', label: 'Name', lines: ['Ms Reed'] },
          { question: 'helperPhone', page: 'helpers', label: 'Phone', lines: ['01632 960 999'], isProtected: true },
        ] }] },
      ],
    }],
  },
}
const said = [{ question: 'paperKind', page: 'about', label: 'What is it?', lines: ['A letter from a clinic'] }]
const upload: Upload = {
  id: 'paper-1', state: 'ready', name: 'Letter about Zofia.pdf', size: 9, type: 'pdf', by: { role: 'person', who: 'ann' }, beganAt: '2026-10-02T09:00:00.000Z', changedAt: '2026-10-02T09:01:00.000Z',
  details: { paperKind: 'clinic-letter' }, revision: 1, hash: 'f00d',
}
const papers = [{ upload, said }]
const asked = (maySeeProtected: boolean) =>
  toApiApplication({ application, facts: aStory(...demoStoryOf('on-track', today)), sent: [sent], papers, today, maySeeProtected })

describe('an application, for another system', () => {
  it.each(demoFamilies)('of the family %s has the shape that is documented', (family) => {
    const facts = aStory(...demoStoryOf(family, today))
    const told: unknown = JSON.parse(JSON.stringify(toApiApplication({ application, facts, sent: [sent], papers, today, maySeeProtected: false })))
    expect(applicationShape.strict().safeParse(told).error).toBeUndefined()
  })

  it('has its papers by what they are, without what the family calls its files', () => {
    const told = asked(true)
    const about = [{ question: 'paperKind', label: 'What is it?', lines: ['A letter from a clinic'] }]
    expect(told.papers).toEqual([{ id: 'paper-1', state: 'ready', type: 'pdf', size: 9, sentAt: upload.beganAt, kind: 'clinic-letter', sees: 'council', about }])
    expect(JSON.stringify(told)).not.toContain('Letter about')
  })

  it('leaves out what somebody asked to keep from others, and says that there is some', () => {
    const told = asked(false)
    expect(JSON.stringify(told)).not.toMatch(/Hidden Lane|960 999/)
    expect(told.hasProtectedDetails).toBe(true)
    expect(told.summary?.sections[0]?.rows.map((row) => row.question)).toEqual(['helpers'])
    expect(JSON.stringify(told)).toContain('Ms Reed')
  })

  it('has all of it for a key that may see it', () => {
    expect(JSON.stringify(asked(true))).toMatch(/Hidden Lane.*960 999/)
  })

  it('that is what a school was asked for has no clock, and says that it belongs to a request', () => {
    const told = toApiApplication({ application, facts: aStory(['evidence-sent', '2026-01-12', {}]), sent: [sent], today, maySeeProtected: false })
    expect([told.status, told.milestones]).toEqual([{ stage: 'evidence', since: '2026-01-12' }, []])
    expect(applicationShape.strict().safeParse(told).error).toBeUndefined()
  })

  it('that came on paper has no summary', () => {
    const told = toApiApplication({ application, facts: aStory(['received-on-paper', '2026-11-01', {}]), sent: [], today, maySeeProtected: false })
    expect([told.summary, told.hashes, told.hasProtectedDetails]).toEqual([undefined, [], false])
  })
})

describe('the list of what changed', () => {
  const changed = demoFamilies.map((family, index) => ({ application: { ...application, changedAt: `2026-10-02T09:01:${10 + index}.000Z` }, facts: aStory(...demoStoryOf(family, today)) }))

  it('says where to go on while there may be more', () => {
    const full = toApiList(changed, today, changed.length)
    expect(listShape.safeParse(full).error).toBeUndefined()
    expect(full.next).toBe(full.applications.at(-1)?.changedAt)
    expect(toApiList(changed, today, changed.length + 1).next).toBeUndefined()
  })
})

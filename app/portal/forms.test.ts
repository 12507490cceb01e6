import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '~/engine/check-answers'
import { pagesOf } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { forms } from '~/forms'
import { londonDayOf } from '~/engine/london-day'
import { portalIn } from './portal.contract'

const portal = (...args: string[]) => portalIn(tmpdir(), ['forms', ...args])

describe('portal forms', () => {
  it.each(forms)('prints $id as data: every page and question, with English words', (form) => {
    const { status, stdout, stderr } = portal(form.id, '--json')
    const { sections } = JSON.parse(stdout) as { sections: { title: string; pages: { id: string; questions: { id: string; kind: string; label: string }[] }[] }[] }
    const pages = sections.flatMap((section) => section.pages)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(pages.map(({ id }) => id)).toEqual(pagesOf(form).map(({ id }) => id))
    expect(pages.flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind]))).toEqual(
      pagesOf(form).flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind.name])),
    )
    expect(pages.flatMap(({ questions }) => questions).filter(({ label }) => !/\p{L}/u.test(label))).toEqual([])
  })

  it.each(['--blank-answers', '--example-answers'])('prints answers that can be sent: %s', (option) => {
    for (const form of forms) {
      const { status, stdout } = portal(form.id, option)
      const { answers, faults } = checkAnswers(form, JSON.parse(stdout))
      expect({ status, faults }).toEqual({ status: 0, faults: [] })
      expect(journeyOf(form, answers, londonDayOf(new Date())).missing).toEqual([])
    }
  })

  it.each([
    ['a form that is not there', ['none', '--json'], 'There is no form none. Use one of: parent-request'],
    ['a form with nothing asked of it', ['parent-request'], '--json, --blank-answers or --example-answers'],
    ['two things at once', ['parent-request', '--json', '--blank-answers'], 'cannot be used with'],
    ['something asked of no form', ['--json'], 'Name a form. Use one of: parent-request'],
    ['an option that is not there', ['parent-request', '--xml'], 'unknown option'],
  ])('wrong use: %s', (_name, args, message) => {
    expect(portal(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) as string })
  })
})

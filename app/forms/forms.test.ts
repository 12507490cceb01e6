import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '~/engine/check-answers'
import { blankAnswers, exampleAnswers } from '~/engine/describe-form'
import { pagesOf, questionsOf, repeatOf, type Form, type Question } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { keysOf } from '~/engine/keys-of'
import { answersFrom, partsFrom } from '~/engine/parts'
import { addMonths } from '~/timeline/calendar'
import { forms, formNamed, replies } from '.'

const today = '2026-11-10'
const locales = new URL('../../locales/', import.meta.url)
const languages = readdirSync(locales, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []))

const keysIn = (tree: object, path: readonly string[] = []): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysIn(value, [...path, key]) : [[...path, key].join('.')],
  )

/** Answers that lead different ways: every option, the example, left blank, and birth dates from today to 26 years ago. */
function answersTo({ kind, settings }: Question): readonly unknown[] {
  const options = (kind.options?.(settings) ?? []).map((code) => (kind.value(settings).safeParse(code).success ? code : [code]))
  const dates = kind.name.endsWith('date') ? Array.from({ length: 27 }, (_, year) => addMonths(today, -12 * year)) : []
  return [null, kind.example(settings), ...options, ...dates]
}

/** A thousand people with different answers, the same people every time. */
const peopleAnswering = (form: Form) =>
  fc.sample(
    fc.record(Object.fromEntries(pagesOf(form).flatMap((page) => page.questions.map((each) => [each.id, fc.constantFrom(...answersTo(each))])))),
    { numRuns: 1000, seed: 20 },
  )

describe.each([...forms, ...replies])('the form $id', (form) => {
  it.each(languages)('has every sentence it needs in %s, and none that nobody reads', (language) => {
    const said = keysIn(JSON.parse(readFileSync(new URL(`${language}/${form.id}.json`, locales), 'utf8')) as object)
    const { required, optional } = keysOf(form)
    expect(required.filter((key) => !said.includes(key))).toEqual([])
    expect(said.filter((key) => !required.includes(key) && !optional.includes(key))).toEqual([])
  })

  it.each(languages)('has no two questions that read the same on check your answers in %s', (language) => {
    const words = JSON.parse(readFileSync(new URL(`${language}/${form.id}.json`, locales), 'utf8')) as { questions: Record<string, { label: string }> }
    const labels = pagesOf(form).flatMap((page) => page.questions.map((each) => words.questions[each.id]?.label))
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  it('has no page that nobody ever sees', () => {
    const seen = new Set(peopleAnswering(form).flatMap((answers) => journeyOf(form, answers, today).stops.map((stop) => stop.page.id)))
    expect(pagesOf(form).map((page) => page.id).filter((id) => !seen.has(id))).toEqual([])
  })

  it('takes somebody who answers everything to check your answers', () => {
    const journey = journeyOf(form, exampleAnswers(form, today), today)
    const walked: string[] = []
    for (let page = journey.stops[0]?.page; page; page = journey.next(page.id)) walked.push(page.id)
    expect(walked).toEqual(journey.stops.map((stop) => stop.page.id))
    expect(journey.missing).toEqual([])
    expect(journey.firstUnfinished).toBeUndefined()
  })

  it('can be sent with the smallest answers', () => {
    const blank = blankAnswers(form, today)
    expect(journeyOf(form, blank, today).missing).toEqual([])
    for (const id of Object.keys(blank)) {
      const { [id]: _left, ...rest } = blank
      expect(journeyOf(form, rest, today).missing.length).toBe(1)
    }
  })

  it('reads an answers file and keeps it in parts without losing anything', () => {
    for (const answers of [blankAnswers(form, today), exampleAnswers(form, today), ...peopleAnswering(form).slice(0, 20)]) {
      const file: unknown = JSON.parse(JSON.stringify(answers))
      expect(checkAnswers(form, file).faults).toEqual([])
      expect(answersFrom(form, partsFrom(form, answers).map((part) => ({ ...part, revision: 1 })))).toEqual(withoutBlankRepeats(form, answers))
    }
  })

  it('says of every question who sees the answer', () => {
    for (const section of form.sections)
      for (const page of section.pages)
        for (const each of questionsOf({ ...form, sections: [{ ...section, pages: [page] }] }))
          expect(['council', 'advisers', 'advisers-and-school']).toContain((each.privacy ?? section.privacy).sees)
  })
})

/** A repeat left blank has no items, and so no parts. */
function withoutBlankRepeats(form: Form, answers: object) {
  const repeats = pagesOf(form).flatMap((page) => repeatOf(page)?.id ?? [])
  return Object.fromEntries(Object.entries(answers).filter(([id, value]) => value !== null || !repeats.includes(id)))
}

describe('the list of forms', () => {
  it.each(forms)('tells the council’s systems what each remark of $id means', ({ remarks }) => {
    const { details } = JSON.parse(readFileSync(new URL('en/api.json', locales), 'utf8')) as { details: { remarks: string } }
    const told = details.remarks.split(/[^a-z\d-]+/)
    expect(Object.keys(remarks).filter((code) => !told.includes(code))).toEqual([])
  })

  it.each(forms)('says before $id is begun what is needed to send it', (form) => {
    const { minimum } = JSON.parse(readFileSync(new URL(`en/${form.id}.json`, locales), 'utf8')) as { minimum?: readonly string[] }
    expect(minimum).toHaveLength(3)
  })

  it('finds a form by its name', () => {
    expect(formNamed('parent-request')?.id).toBe('parent-request')
    expect(formNamed('no-such-form')).toBeUndefined()
  })
})

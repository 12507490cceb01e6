import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { littleForm } from './fixtures/little-form'
import { pagesOf, type Answers } from './form'
import { journeyOf } from './journey'

const today = '2026-05-04'
const journey = (answers: Answers) => journeyOf(littleForm, answers, today)
const pages = (answers: Answers) => journey(answers).stops.map((stop) => stop.page.id)

describe('a journey', () => {
  it('goes only through the pages that apply', () => {
    expect(pages({})).toEqual(['name', 'born', 'in-school', 'reach', 'helpers', 'hide'])
    expect(pages({ inSchool: 'yes' })).toContain('school')
    expect(journey({ inSchool: 'yes' }).next('in-school')?.id).toBe('school')
    expect(journey({ inSchool: 'no' }).next('in-school')?.id).toBe('reach')
    expect(journey({ inSchool: 'no' }).back('reach')?.id).toBe('in-school')
    expect(journey({}).next('hide')).toBeUndefined()
    expect(journey({}).back('name')).toBeUndefined()
  })

  it('goes on from a page that another tab has just made needless', () => {
    expect(journey({ inSchool: 'no' }).next('school')?.id).toBe('reach')
    expect(journey({ inSchool: 'no' }).back('school')?.id).toBe('in-school')
  })

  it('ignores answers off the path, and finds them again when the path comes back', () => {
    const answers = { inSchool: 'no', school: 'Hill School' }
    expect(journey(answers).answers).toEqual({ inSchool: 'no' })
    expect(journey({ ...answers, inSchool: 'yes' }).answers).toEqual({ inSchool: 'yes', school: 'Hill School' })
    expect(journey({ school: 'Hill School', hide: 'no', hideFrom: 'Dad' }).answers).toEqual({ hide: 'no' })
  })

  it('works values out from answers that count and from today', () => {
    expect(journey({}).valueOf('stage')).toBe('unknown')
    expect(pages({ born: '2005' })).toContain('college')
    expect(pages({ born: '2016' })).not.toContain('college')
    expect(journeyOf(littleForm, { born: '2016' }, '2040-01-01').stops.map((stop) => stop.page.id)).toContain('college')
  })

  it('leaves out of each item what the form does not ask', () => {
    const helpers = [{ key: 'a', helperName: 'Jo', helperAge: '40' }, { key: 'b', helperKnown: 'yes', helperSince: null }]
    expect(journey({ helpers }).answers['helpers']).toEqual([{ key: 'a', helperName: 'Jo' }, helpers[1]])
  })

  it('calls a page done when every question on it was seen, blank or not', () => {
    const { stop, firstUnfinished } = journey({ firstName: 'Sam', lastName: null, born: { notSaid: 'dont-know' }, phone: '1' })
    expect(stop('name')).toMatchObject({ done: true, started: true })
    expect(stop('reach')).toMatchObject({ done: false, started: true })
    expect(stop('hide')).toMatchObject({ done: false, started: false })
    expect(firstUnfinished?.id).toBe('in-school')
    expect(stop('school')).toBeUndefined()
  })

  it('says what is missing before it can be sent, and nothing else blocks', () => {
    const name = { question: 'firstName', box: '', code: 'required' }
    const reach = { question: 'phone', box: '', code: 'needs.reach' }
    expect(journey({}).missing).toEqual([name, reach])
    expect(journey({ firstName: { notSaid: 'dont-know' }, address: 'nowhere' }).missing).toEqual([name, reach])
    expect(journey({ firstName: 'Sam', address: '1 Mill Lane' }).missing).toEqual([])
  })

  it('passes every page that applies once, in order, and always ends', () => {
    const value = fc.oneof(fc.constantFrom('yes', 'no', '2005', '2020', 'Sam', null, undefined), fc.constant({ notSaid: 'dont-know' }))
    const ids = pagesOf(littleForm).flatMap((page) => page.questions.map((each) => each.id))
    fc.assert(
      fc.property(fc.record(Object.fromEntries(ids.map((id) => [id, value]))), (answers) => {
        const { stops, next, back } = journey(answers)
        const passed = stops.slice(0, 1).map((stop) => stop.page.id)
        for (let page = next(passed[0] ?? ''); page; page = next(page.id)) {
          expect(back(page.id)?.id).toBe(passed.at(-1))
          passed.push(page.id)
          expect(passed.length).toBeLessThanOrEqual(stops.length)
        }
        expect(passed).toEqual(stops.map((stop) => stop.page.id))
      }),
    )
  })
})

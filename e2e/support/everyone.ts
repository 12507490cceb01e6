import fc from 'fast-check'
import { pagesOf, type Answers, type Form, type Page, type Question } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { addDays } from '~/timeline'
import { today } from './walk'

/** One answer a way that the form can turn: every option, a birth date in every year up to 26, and days on which somebody was assessed lately. */
function turnsAt({ id, kind, settings }: Question): readonly unknown[] {
  const options = (kind.options?.(settings) ?? []).map((code) => (kind.value(settings).safeParse(code).success ? code : [code]))
  const births = 'warnFromAge' in settings ? Array.from({ length: 26 }, (_, year) => addDays(today, -365 * year - 100)) : []
  const assessments = id === 'askedBeforeOn' || id === 'planAssessedOn' ? [addDays(today, -100)] : []
  return [...options, ...births, ...assessments]
}

/** A few people who between them see every page of the form; each says only what decides which pages apply. */
export function peopleWhoSeeEverything(form: Form): readonly { readonly answers: Answers; readonly pages: readonly Page[] }[] {
  const turning = pagesOf(form).flatMap((page) => page.questions.filter((each) => turnsAt(each).length > 0))
  const people = fc.sample(fc.record(Object.fromEntries(turning.map((each) => [each.id, fc.constantFrom(...turnsAt(each))]))), { numRuns: 1000, seed: 7 })
  const seen = people.map((answers) => ({ answers: journeyOf(form, answers, today).answers, pages: journeyOf(form, answers, today).stops.map((stop) => stop.page) }))
  const unseen = new Set(pagesOf(form))
  const chosen: { answers: Answers; pages: readonly Page[] }[] = []
  while (unseen.size > 0) {
    const newOf = ({ pages }: { pages: readonly Page[] }) => pages.filter((page) => unseen.has(page))
    const best = seen.reduce((a, b) => (newOf(b).length > newOf(a).length ? b : a))
    if (newOf(best).length === 0) throw new Error(`Nobody sees ${[...unseen].map((page) => page.id).join(', ')}`)
    chosen.push({ answers: best.answers, pages: newOf(best) })
    for (const page of best.pages) unseen.delete(page)
  }
  return chosen
}

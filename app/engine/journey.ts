import { holds } from './condition'
import { pagesOf, repeatOf, type Answers, type Form, type Page, type Question, type Section } from './form'
import { itemJourneysOf } from './item-journey'
import { firstBox, isAnswered, type Problem } from './read-page'

/** A page that applies. */
export interface Stop {
  readonly section: Section
  readonly page: Page
  /** How many questions on it, and of items added there, were not seen (answered, or left blank on purpose). */
  readonly unseen: number
  readonly done: boolean
  readonly started: boolean
}

/** Where a person is in a form: computed from the form, the answers and today's date, never stored. */
export interface Journey {
  readonly stops: readonly Stop[]
  /** The answers that count: those on the path. Answers off the path are ignored, not deleted. */
  readonly answers: Answers
  stop(page: string): Stop | undefined
  /** The page after this one, which need not apply any more; undefined after the last (go to check your answers). */
  next(page: string): Page | undefined
  back(page: string): Page | undefined
  readonly firstUnfinished: Page | undefined
  /** What must still be answered before the form can be sent; nothing else ever blocks. */
  readonly missing: readonly Problem[]
  /** Looks up an answer that counts or a computed value, as conditions do. */
  valueOf(name: string): unknown
}

/** @param today the calendar date in London, 'YYYY-MM-DD' */
export function journeyOf(form: Form, answers: Answers, today: string): Journey {
  const counted: Record<string, unknown> = {}
  const computed: Record<string, string> = {}
  const valueOf = (name: string): unknown => {
    const source = form.computed[name]
    if (!source) return counted[name]
    return (computed[name] ??= source.from(counted, today))
  }

  const stops: Stop[] = []
  for (const section of form.sections) {
    for (const page of section.pages) {
      if (page.when && !holds(page.when, valueOf)) continue
      const { questions } = page
      let unseen = 0
      for (const question of questions) {
        const value = answers[question.id]
        if (value === undefined) unseen += 1
        if (value === undefined) continue
        const items = repeatOf(page) ? itemJourneysOf(page, value, valueOf) : []
        unseen += items.reduce((sum, each) => sum + each.unseen, 0)
        counted[question.id] = items.length > 0 ? items.map((each) => each.item) : value
        for (const [name, source] of Object.entries(form.computed)) if (source.of.includes(question.id)) delete computed[name]
      }
      stops.push({ section, page, unseen, done: unseen === 0, started: questions.some((each) => counted[each.id] !== undefined) })
    }
  }
  const order = new Map(pagesOf(form).map((page, index) => [page.id, index]))
  const at = (page: string) => order.get(page) ?? -1
  return {
    stops,
    answers: counted,
    valueOf,
    stop: (page) => stops.find((stop) => stop.page.id === page),
    next: (page) => stops.find((stop) => at(stop.page.id) > at(page))?.page,
    back: (page) => stops.findLast((stop) => at(stop.page.id) < at(page))?.page,
    firstUnfinished: stops.find((stop) => !stop.done)?.page,
    missing: missingOf(form, stops, counted),
  }
}

/** Of what is missing, that without which it is no request in law, however it comes. */
export const essentialIn = ({ essentials }: Form, missing: readonly Problem[]): readonly Problem[] =>
  missing.filter(({ question, code }) => essentials?.some((id) => id === question || code === `needs.${id}`) ?? true)

function missingOf(form: Form, stops: readonly Stop[], answers: Answers): Problem[] {
  const questions = stops.flatMap((stop) => stop.page.questions)
  const answered = (each: Question) => isAnswered(each, answers[each.id])
  const required = questions
    .filter((each) => each.need === 'required' && !answered(each))
    .map((each): Problem => ({ question: each.id, box: firstBox(each), code: 'required' }))
  const needed = form.needs.flatMap((need): Problem[] => {
    const candidates = questions.filter((each) => need.oneOf.includes(each.id))
    const [first] = candidates
    return first && !candidates.some(answered) ? [{ question: first.id, box: firstBox(first), code: `needs.${need.id}` }] : []
  })
  return [...required, ...needed]
}

import { holds } from './condition'
import { pageAsking, pageOf, pagesOf, perForm, repeatOf, sectionWith, type AnswerOf, type Answers, type Form, type Page, type Question, type Section } from './form'
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
export const journeyOf = (form: Form, answers: Answers, today: string): Journey => journeyBy(form, (id) => answers[id], today)

/** The same, looking up only the answers that are needed for what is asked of the journey: where Back leads needs few of them. */
export function journeyBy(form: Form, answerOf: AnswerOf, today: string): Journey {
  const pages = pagesOf(form)
  const applies = remembered((page: Page): boolean => !page.when || holds(page.when, valueOf))
  const itemsOn = remembered((page: Page) => itemJourneysOf(page, answerOf(page.questions[0]?.id ?? ''), valueOf))
  // A condition names only what is asked on earlier pages, so looking it up comes to an end.
  const counted = (id: string): unknown => {
    const page = pageAsking(form, id)
    if (!page || !applies(page)) return undefined
    const items = repeatOf(page) ? itemsOn(page) : []
    return items.length > 0 ? items.map((each) => each.item) : answerOf(id)
  }
  const computed = remembered((name: string) => {
    const source = form.computed[name]
    return source?.from(answersTo(source.of, counted), today)
  })
  const valueOf = (name: string): unknown => (name in form.computed ? computed(name) : counted(name))

  const stopOn = (section: Section, page: Page): Stop => {
    const seen = page.questions.filter(({ id }) => counted(id) !== undefined)
    const inItems = repeatOf(page) ? itemsOn(page).reduce((sum, each) => sum + each.unseen, 0) : 0
    const unseen = page.questions.length - seen.length + inItems
    return { section, page, unseen, done: unseen === 0, started: seen.length > 0 }
  }
  const stops = once(() => form.sections.flatMap((section) => section.pages.filter(applies).map((page) => stopOn(section, page))))
  const answers = once(() => answersTo(pages.flatMap((page) => page.questions.map((each) => each.id)), counted))
  const missing = once(() => missingOf(form, needingPages(form).filter(applies), counted))
  const at = (id: string) => pages.findIndex((page) => page.id === id)
  const stop = (id: string) => {
    const page = pageOf(form, id)
    const section = page && sectionWith(form, page)
    return section && page && applies(page) ? stopOn(section, page) : undefined
  }
  const next = (id: string) => pages.slice(at(id) + 1).find(applies)
  const back = (id: string) => pages.slice(0, Math.max(0, at(id))).findLast(applies)
  return new LazyJourney({ stops, answers, missing, valueOf, stop, next, back })
}

/** How each part of a journey is worked out. */
interface Workings extends Pick<Journey, 'valueOf' | 'stop' | 'next' | 'back'> {
  stops(): readonly Stop[]
  answers(): Answers
  missing(): readonly Problem[]
}

/** What few ask of a journey is worked out when it is asked. A class, since V8 would make a shape for each object that had getters of its own. */
class LazyJourney implements Journey {
  readonly valueOf: Journey['valueOf']
  readonly stop: Journey['stop']
  readonly next: Journey['next']
  readonly back: Journey['back']
  constructor(private readonly by: Workings) {
    this.valueOf = by.valueOf
    this.stop = by.stop
    this.next = by.next
    this.back = by.back
  }
  get stops() {
    return this.by.stops()
  }
  get answers() {
    return this.by.answers()
  }
  get firstUnfinished() {
    return this.by.stops().find(({ done }) => !done)?.page
  }
  get missing() {
    return this.by.missing()
  }
}

/** Those answers that there are to these questions. */
function answersTo(questions: readonly string[], answerOf: AnswerOf): Answers {
  const answers: Record<string, unknown> = {}
  for (const id of questions) {
    const answer = answerOf(id)
    if (answer !== undefined) answers[id] = answer
  }
  return answers
}

/** A function that works each result out once. */
function remembered<Of, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new Map<Of, Result>()
  return (of) => {
    if (!known.has(of)) known.set(of, work(of))
    return known.get(of) as Result
  }
}

/** The same of what depends on nothing. */
function once<Result>(work: () => Result): () => Result {
  let known: { readonly result: Result } | undefined
  return () => (known ??= { result: work() }).result
}

/** Of what is missing, that without which it is no request in law, however it comes. */
export const essentialIn = ({ essentials }: Form, missing: readonly Problem[]): readonly Problem[] =>
  missing.filter(({ question, code }) => essentials?.some((id) => id === question || code === `needs.${id}`) ?? true)

/** The pages that ask for something without which the form cannot be sent. */
const needingPages = perForm((form) =>
  pagesOf(form).filter((page) => page.questions.some(({ id, need }) => need === 'required' || form.needs.some(({ oneOf }) => oneOf.includes(id)))),
)

function missingOf(form: Form, pages: readonly Page[], answerOf: AnswerOf): Problem[] {
  const questions = pages.flatMap((page) => page.questions)
  const answered = (each: Question) => isAnswered(each, answerOf(each.id))
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

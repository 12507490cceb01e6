import { testsOf, type Condition } from './condition'
import type { CalmLook, Contact, EvidenceSettings, PupilQuestions } from './form-settings'
import type { Kind } from './kind'

export type * from './form-settings'

/** `required` blocks sending; `asked` is always asked and may be skipped; `optional` is said to be optional. */
export type Need = 'required' | 'asked' | 'optional'

/** Why an always-asked question has no answer; kept as an answer. */
export type NotSaidCode = 'dont-know' | 'rather-not-say'
export interface NotSaid {
  readonly notSaid: NotSaidCode
}

/** Who sees an answer, besides the family and the council's own team for this request. */
export type Audience = 'council' | 'advisers' | 'advisers-and-school'

/** Facts about privacy that every question has (the question register and the privacy notice are printed from them). */
export interface Privacy {
  readonly sees: Audience
  /** UK GDPR special category, where the answer is one. */
  readonly special?: 'health' | 'ethnicity' | 'religion' | 'sex-life' | 'offence'
}

export interface QuestionSettings {
  readonly need?: Need
  /** Ways to say that one will not or cannot answer. */
  readonly notSaid?: readonly NotSaidCode[]
  /** Hide the answer from every reading except for staff who may see it, when this holds. */
  readonly protectedWhen?: Condition
  /** The computed value that is chosen beforehand, where it is an answer to this question: a guess, which counts only once the person goes on. */
  readonly suggested?: string
  /** Copied into a second request by the same person, so nothing is typed twice (WCAG 3.3.7). */
  readonly reused?: true
  readonly privacy?: Privacy
}

export interface Question<Id extends string = string, Value = unknown> {
  readonly id: Id
  readonly kind: Kind
  /** Settings of the kind: plain data. */
  readonly settings: object
  readonly need: Need
  readonly notSaid: readonly NotSaidCode[]
  readonly protectedWhen?: Condition
  readonly suggested?: string
  readonly reused: boolean
  readonly privacy?: Privacy
  /** Only for the type: what the answer looks like. */
  readonly answer?: Value
}

export interface Page<Q extends Question = Question> {
  readonly id: string
  readonly questions: readonly Q[]
  readonly when?: Condition
  /** Pages about safe contact carry "exit this page". */
  readonly exitQuickly: boolean
}

export interface Section<P extends Page = Page> {
  readonly id: string
  readonly pages: readonly P[]
  readonly privacy: Privacy
}

/** At least one of these questions must have an answer before the form can be sent; its words are `needs.ID`. */
export interface OneOf {
  readonly id: string
  readonly oneOf: readonly string[]
}

/** A value worked out from answers and today's date that conditions may name, e.g. the stage of schooling. */
export interface Computed {
  readonly of: readonly string[]
  readonly options: readonly string[]
  from(answers: Answers, today: string): string
}

/** Question id to value: plain JSON. Undefined is not seen yet; null is seen and left blank. */
export type Answers = Readonly<Record<string, unknown>>

/** Looks one answer up, so that whoever needs a few does not open them all. */
export type AnswerOf = (question: string) => unknown

export interface FormSettings {
  readonly computed?: Readonly<Record<string, Computed>>
  readonly needs?: readonly OneOf[]
  /**
   * What makes it a request in law however it comes: ids of questions and of needs. On paper or by phone nothing else is required; when it is
   * not said, all that the pages require is.
   */
  readonly essentials?: readonly string[]
  /** The questions that name the child or young person, first choice first. */
  readonly named?: readonly string[]
  readonly contact?: Contact
  /** Whoever asks is the child's parent or the young person, whose rights these are; anyone, when it is not said. */
  readonly familyWhen?: Condition
  /** Whoever asks acts for a school or another setting, which may ask too and has no other right of the family's; never, when it is not said. */
  readonly schoolWhen?: Condition
  /** Whoever asks is the child or young person, who is called "you" and asks for nobody else; never, when it is not said. */
  readonly selfWhen?: Condition
  /** There is a plan already: this asks to assess again (Children and Families Act 2014 s.44), which has time limits of its own. */
  readonly reassessmentWhen?: Condition
  /** What staff should see first, by a code, each while its condition holds. */
  readonly remarks?: Readonly<Record<string, Condition>>
  /** How a school that is asked about the request knows whom it is about; no school can be asked, when it is not said. */
  readonly pupil?: PupilQuestions
  /** The sections that a family may choose to show to a school that it asks; of those, it sees the questions that a school may see. */
  readonly shareable?: readonly string[]
  /** A school writes it, and it may be evidence for a request of somebody else; always a request of somebody's own, when it is not said. */
  readonly evidence?: EvidenceSettings
  readonly calm?: CalmLook
}

type Listed = 'computed' | 'needs' | 'named' | 'remarks' | 'shareable'

/** A form as it is read: lists that were not given are empty. */
export interface Form<S extends Section = Section> extends Omit<FormSettings, Listed>, Required<Pick<FormSettings, Listed>> {
  readonly id: string
  readonly sections: readonly S[]
}

type QuestionsOf<F> = F extends Form<Section<Page<infer Q>>> ? Q : never
/** The inferred type of a form's answers. */
export type AnswersOf<F> = { [Q in QuestionsOf<F> as Q['id']]?: NonNullable<Q['answer']> | NotSaid | null }

/** Makes a question of a kind: the letters in `questions/` wrap this so that forms read `text('childFirstNames')`. */
export function question<const Id extends string, Settings extends object, Value>(
  kind: Kind<string, Settings, Value>,
  id: Id,
  { need = 'asked', notSaid, protectedWhen, suggested, reused, privacy, ...settings }: QuestionSettings & Settings,
): Question<Id, Value> {
  return {
    id,
    kind,
    settings,
    need,
    notSaid: notSaid ?? [],
    reused: reused ?? false,
    ...(protectedWhen && { protectedWhen }),
    ...(suggested && { suggested }),
    ...(privacy && { privacy }),
  }
}

/** Makes a page: one screen, one URL. It applies always, or when an answer on an earlier page says so. */
export function page<const Id extends string, const Q extends Question>(
  id: Id,
  questions: readonly Q[],
  { when, exitQuickly = false }: { when?: Condition; exitQuickly?: boolean } = {},
): Page<Q> {
  return { id, questions, exitQuickly, ...(when && { when }) }
}

/** Makes a section: a line of the task list, with what is said about who sees its answers. */
export function section<const P extends Page>(id: string, privacy: Privacy, pages: readonly P[]): Section<P> {
  return { id, privacy, pages }
}

/** URLs under a form that the portal needs for itself. */
const PORTAL_PAGES: readonly string[] = ['check', 'sent', 'save']

/** Settings of a question that repeats. */
export interface RepeatSettings {
  readonly max: number
  /** Rows of a spreadsheet can be pasted as items. */
  readonly pasteable?: true
  /** All that is asked of each item. */
  readonly questions: readonly Question[]
  /** The pages that it is asked on, where one screen would be too much. A condition may name earlier answers of the same item. */
  readonly pages?: readonly Page[]
}

/** The item questions of a repeat, or undefined for any other question. */
export const itemQuestionsOf = (question: Question): readonly Question[] | undefined =>
  question.kind.name === 'repeat' ? (question.settings as RepeatSettings).questions : undefined

/** The repeat that makes up a page of its own, if this is such a page. */
export const repeatOf = (page: Page): Question | undefined => page.questions.find((each) => itemQuestionsOf(each))

/**
 * Checks a form and freezes it.
 * @throws Error with a sentence that names the form, the page and the mistake.
 */
export function defineForm<const S extends Section>(
  id: string,
  settings: FormSettings,
  sections: readonly S[],
): Form<S> {
  const { computed = {}, needs = [], essentials, named = [], contact, familyWhen, schoolWhen, selfWhen, reassessmentWhen, remarks = {}, pupil, shareable = [], evidence, calm } = settings
  const pages = new Set<string>()
  const known = new Map<string, readonly string[] | undefined>()
  const inside = new Set<string>()
  const protections: (readonly [protectedWhen: Condition, where: string])[] = []
  const fault = (where: string, what: string): never => {
    throw new Error(`Form ${id}, ${where}: ${what}.`)
  }
  const checkCondition = (condition: Condition | undefined, where: string) => {
    for (const [name, value] of condition ? testsOf(condition) : []) {
      const calculated = computed[name]
      const late = calculated?.of.find((source) => !known.has(source))
      if (late) fault(where, `the condition names ${name}, which is worked out from ${late}, and ${late} is not asked earlier`)
      if (inside.has(name)) fault(where, `the condition names ${name}, which is asked of each item of a repeat`)
      if (!calculated && !known.has(name)) fault(where, `the condition names ${name}, which is not asked earlier`)
      const options = calculated?.options ?? known.get(name)
      if (options && !options.includes(value)) fault(where, `the condition tests ${name} for ${value}, which is not one of its options`)
    }
  }
  const add = (each: Question, where: string) => {
    if (known.has(each.id) || inside.has(each.id) || each.id in computed) fault(where, `the question ${each.id} is there twice`)
    if (each.suggested) checkSuggestion(each, each.suggested, where)
    known.set(each.id, each.kind.options?.(each.settings))
    if (each.protectedWhen) protect(each.protectedWhen, `${where}, question ${each.id}`)
    const items = itemQuestionsOf(each) ?? []
    const { pages: itemPages } = each.settings as Partial<RepeatSettings>
    for (const one of itemPages ?? []) {
      checkName(one)
      addItems(each, one.questions, `page ${one.id}`, one.when)
    }
    if (!itemPages) addItems(each, items, where)
    for (const item of items) {
      known.delete(item.id)
      inside.add(item.id)
    }
  }
  const checkSuggestion = ({ id: asked, kind, settings }: Question, name: string, where: string) => {
    const late = computed[name]?.of.find((source) => !known.has(source))
    if (late) fault(where, `${asked} is suggested by ${name}, which is worked out from ${late}, and ${late} is not asked earlier`)
    if (!computed[name]?.options.some((option) => kind.value(settings).safeParse(option).success)) fault(where, `${asked} is suggested by ${name}, which is no answer to it`)
  }
  const addItems = (repeated: Question, items: readonly Question[], where: string, when?: Condition) => {
    checkCondition(when, where)
    for (const item of items) {
      if (itemQuestionsOf(item)) fault(where, `the repeat ${repeated.id} holds another repeat`)
      if (item.need === 'required') fault(where, `${item.id} is required inside a repeat; nobody has to add an item`)
      add(item, where)
    }
  }
  const checkName = ({ id: name, questions }: Page) => {
    const where = `page ${name}`
    if (pages.has(name)) fault(where, 'the page is there twice')
    if (PORTAL_PAGES.includes(name)) fault(where, 'the name belongs to the portal')
    if (questions.length === 0) fault(where, 'the page asks nothing')
    pages.add(name)
  }
  // A protection may name a question asked later (the safety page comes after the address).
  const protect = (condition: Condition, where: string) => {
    if (testsOf(condition).every(([name]) => allIds.has(name) || name in computed)) protections.push([condition, where])
    else checkCondition(condition, where)
  }
  const allIds = new Set(sections.flatMap((each) => each.pages.flatMap((one) => one.questions.map((ask) => ask.id))))

  for (const each of sections) {
    for (const one of each.pages) {
      const where = `page ${one.id}`
      checkName(one)
      if (repeatOf(one) && one.questions.length > 1) fault(where, 'a repeat needs a page of its own')
      checkCondition(one.when, where)
      for (const ask of one.questions) add(ask, where)
    }
  }
  for (const [condition, where] of protections) checkCondition(condition, where)
  for (const need of needs) {
    const unknown = need.oneOf.find((name) => !allIds.has(name))
    if (unknown) fault(`need ${need.id}`, `${unknown} is not a question of this form`)
  }
  const inessential = essentials?.find((name) => !allIds.has(name) && !needs.some((need) => need.id === name))
  if (inessential) fault('essentials', `${inessential} is neither a question nor a need of this form`)
  const nobody = Object.values(pupil ?? {}).find((name) => !allIds.has(name))
  if (nobody) fault('pupil', `${nobody} is not a question of this form`)
  const hidden = shareable.find((name) => !sections.some((each) => each.id === name && each.privacy.sees === 'advisers-and-school'))
  if (hidden) fault('shareable', `${hidden} is not a section that a school may see`)
  const nowhere = evidence?.apart.find((name) => !sections.some((each) => each.id === name))
  if (nowhere) fault('evidence', `${nowhere} is not a section of this form`)
  const unasked = evidence && [evidence.setting, evidence.writer, ...evidence.writerToo].find((name) => !allIds.has(name))
  if (unasked) fault('evidence', `${unasked} is not a question of this form`)
  const unseen = [...Object.keys(calm?.symbols ?? {}), ...(calm?.otherWays.sections ?? [])].find((name) => !pages.has(name) && !sections.some((each) => each.id === name))
  if (unseen) fault('calm', `${unseen} is neither a page nor a section of this form`)
  const stranger = named.find((name) => !allIds.has(name))
  if (stranger) fault('names', `${stranger} is not a question of this form`)
  if (contact && !allIds.has(contact.email)) fault('contact', `${contact.email} is not a question of this form`)
  for (const [name] of contact ? testsOf(contact.safeWhen) : []) if (!allIds.has(name)) fault('contact', `${name} is not a question of this form`)
  checkCondition(familyWhen, 'family')
  checkCondition(schoolWhen, 'school')
  checkCondition(selfWhen, 'self')
  checkCondition(reassessmentWhen, 'reassessment')
  checkCondition(evidence?.when, 'evidence')
  checkCondition(evidence?.filesWhen, 'files')
  for (const [code, condition] of Object.entries(remarks)) checkCondition(condition, `remark ${code}`)
  return Object.freeze({ ...settings, id, computed, needs, named, remarks, shareable, sections })
}

/** What is worked out from a form is looked up at every request, and is always the same: it is worked out once. */
export function perForm<Result>(work: (form: Form) => Result): (form: Form) => Result {
  const known = new WeakMap<Form, { readonly result: Result }>()
  return (form) => {
    const found = known.get(form)
    if (found) return found.result
    const result = work(form)
    known.set(form, { result })
    return result
  }
}

/** Every page of a form, in the order they are asked, whether they apply or not. */
export const pagesOf = perForm((form): readonly Page[] => form.sections.flatMap((each) => each.pages))

const pageById = perForm((form) => new Map(pagesOf(form).map((page) => [page.id, page])))
export const pageOf = (form: Form, id: string): Page | undefined => pageById(form).get(id)

const sectionByPage = perForm((form) => new Map(form.sections.flatMap((section) => section.pages.map((page) => [page, section]))))
/** The section that a page of the form belongs to. */
export const sectionWith = (form: Form, page: Page): Section | undefined => sectionByPage(form).get(page)

const pageByQuestion = perForm((form) => new Map(pagesOf(form).flatMap((page) => page.questions.map((each) => [each.id, page]))))
/** The page that asks a question of the form (or holds the repeat that is one); undefined for questions of items. */
export const pageAsking = (form: Form, question: string): Page | undefined => pageByQuestion(form).get(question)

/** Every question of a form, with the questions asked inside repeats. */
export const questionsOf = (form: Form): readonly Question[] =>
  pagesOf(form).flatMap((each) => each.questions.flatMap((ask) => [ask, ...(itemQuestionsOf(ask) ?? [])]))

/** The questions that a condition rests on: those it names, and those that the values it names are worked out from. */
export const restsOn = ({ computed }: Form, condition: Condition): ReadonlySet<string> =>
  new Set(testsOf(condition).flatMap(([name]) => computed[name]?.of ?? [name]))

/** Whether an answer is a reason for giving none. */
export const isNotSaid = (value: unknown): value is NotSaid => typeof value === 'object' && value !== null && 'notSaid' in value

/** Whether an answer is a value: seen, not left blank, and not a reason for giving none. */
export const isValue = (answer: unknown): boolean => answer !== undefined && answer !== null && !isNotSaid(answer)

import type { AnswerOf, Form, Page, Question } from './form'
import type { Naming } from './kind'
import type { Problem } from './read-page'
import type { Words } from './words'

// Translation keys are derived from ids, with no override: `FORM:questions.ID.label`, `FORM:pages.ID.title`, `questions:KIND.errors.CODE`.

/** The child's or young person's first name, or "your child" where we do not know it: {{name}} in the words of a form. */
export function nameIn(form: Form, answerOf: AnswerOf, words: Words): string {
  const known = form.named.map(answerOf).find((value): value is string => typeof value === 'string' && value !== '')
  return known ?? words.text(`${form.id}:name`)
}

/** The words of one form in one language, about one named person. */
export interface FormWords {
  readonly words: Words
  title(): string
  section(id: string): string
  page(page: Page): { title: string; intro: string | undefined; why: string }
  question(question: Question): QuestionWords
  /** What a question is called above a column of a table. */
  column(question: Question): string
  naming(question: Question): Naming
  /** The sentence for a problem, which says how to fix it. */
  problem(question: Question, code: string): string
  warning(question: Question, code: string): string
  /** What whoever sends it reads of a remark to staff; most say nothing to them. */
  remark(code: string): string | undefined
}

export interface QuestionWords {
  readonly label: string
  readonly hint: string | undefined
  readonly options: readonly { value: string; label: string; hint: string | undefined }[]
  readonly notSaid: readonly { value: string; label: string }[]
}

/** @param name what to call the child or young person; see nameIn */
export function wordsOf(form: Form, words: Words, name: string): FormWords {
  // An option may be called "{{name}} decides" wherever it is read.
  const known = { name }
  const named: Words = { ...words, text: (key, values) => words.text(key, values ? { ...known, ...values } : known) }
  const say = (rest: string) => named.text(`${form.id}:${rest}`)
  const maybe = (rest: string) => (words.has(`${form.id}:${rest}`) ? say(rest) : undefined)
  const label = (question: Question) => say(`questions.${question.id}.label`)
  return {
    words: named,
    title: () => say('title'),
    section: (id) => say(`sections.${id}`),
    page(page) {
      const [only] = page.questions
      const title = page.questions.length === 1 && only ? label(only) : say(`pages.${page.id}.title`)
      return { title, intro: maybe(`pages.${page.id}.intro`), why: say(`pages.${page.id}.why`) }
    },
    question: (question) => ({
      label: label(question),
      hint: maybe(`questions.${question.id}.hint`),
      options: (question.kind.options?.(question.settings) ?? []).map((value) => ({
        value,
        label: maybe(`questions.${question.id}.options.${value}`) ?? words.text(`questions:${question.kind.name}.options.${value}`),
        hint: maybe(`questions.${question.id}.optionHints.${value}`),
      })),
      notSaid: question.notSaid.map((value) => ({ value, label: words.text(`questions:notSaid.${value}`) })),
    }),
    column: (question) => maybe(`questions.${question.id}.column`) ?? label(question),
    naming: (question) => ({ words: named, key: (rest) => namingKey(form, question, rest, words) }),
    problem: (question, code) =>
      code.startsWith('needs.') ? say(code) : (maybe(`questions.${question.id}.errors.${code}`) ?? words.text(`questions:${errorKey(question, code)}`)),
    warning: (question, code) => words.text(`questions:${question.kind.name}.warnings.${code}`),
    remark: (code) => maybe(`remarks.${code}`),
  }
}

/** Problems that a question of any kind can have. */
const ANY_KIND = ['bothSaid', 'unreadable']

const errorKey = (question: Question, code: string) => (ANY_KIND.includes(code) ? code : `${question.kind.name}.errors.${code}`)

/** An option's label may be the form's own or, for kinds with fixed options (yes, no, not sure), the kind's. */
function namingKey(form: Form, question: Question, rest: string, words: Words): string {
  const own = `${form.id}:questions.${question.id}.${rest}`
  return words.has(own) ? own : `questions:${question.kind.name}.${rest}`
}

/** Where a problem's sentence leads to in a summary of errors. */
export interface ProblemWords extends Problem {
  readonly text: string
}

export const problemWords = (form: FormWords, questions: readonly Question[], problems: readonly Problem[]): readonly ProblemWords[] =>
  problems.flatMap((problem) => {
    const question = questions.find((each) => each.id === problem.question)
    return question ? [{ ...problem, text: form.problem(question, problem.code) }] : []
  })

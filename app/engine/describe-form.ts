import { itemQuestionsOf, questionsOf, type Answers, type Form, type Page, type Question, type RepeatSettings } from './form'
import { journeyOf } from './journey'
import { wordsOf } from './naming'
import type { Words } from './words'

/** A form as plain data with its words in one language: for other systems, `portal forms FORM --json` and the question register. */
export function describeForm(form: Form, words: Words) {
  const said = wordsOf(form, words, words.text(`${form.id}:name`))
  return {
    id: form.id,
    title: said.title(),
    language: words.language,
    computed: Object.entries(form.computed).map(([name, { of, options }]) => ({ name, of, options })),
    needs: form.needs,
    ...(form.essentials && { essentials: form.essentials }),
    sections: form.sections.map((section) => ({
      id: section.id,
      title: said.section(section.id),
      privacy: section.privacy,
      pages: section.pages.map((page) => ({ ...describePage(page, said), questions: page.questions.map((question) => describeQuestion(question, said)) })),
    })),
  }
}

const describePage = (page: Page, said: ReturnType<typeof wordsOf>) => ({ id: page.id, ...said.page(page), ...(page.when && { when: page.when }) })

function describeQuestion(question: Question, said: ReturnType<typeof wordsOf>): object {
  const { questions: _items, pages, ...settings } = question.settings as Partial<RepeatSettings>
  const items = itemQuestionsOf(question)
  return {
    id: question.id,
    kind: question.kind.name,
    need: question.need,
    required: question.need === 'required',
    settings,
    ...said.question(question),
    ...(question.privacy && { privacy: question.privacy }),
    ...(question.protectedWhen && { protectedWhen: question.protectedWhen }),
    ...(items && { questions: items.map((each) => describeQuestion(each, said)) }),
    ...(pages && { pages: pages.map((page) => ({ ...describePage(page, said), questions: page.questions.map((each) => each.id) })) }),
  }
}

/** The smallest answers that can be sent: what is required, and one way of meeting each "at least one of". */
export function blankAnswers(form: Form, today: string): Answers {
  const answers: Record<string, unknown> = {}
  const example = (id: string) => {
    const question = questionsOf(form).find((each) => each.id === id)
    if (question) answers[id] = question.kind.example(question.settings)
  }
  for (let missing = journeyOf(form, answers, today).missing; missing.length > 0; missing = journeyOf(form, answers, today).missing) {
    for (const each of missing) example(each.question)
  }
  return answers
}

/** A full set of example answers: every question that applies when each is answered with its example. */
export function exampleAnswers(form: Form, today: string): Answers {
  const everything = Object.fromEntries(
    form.sections.flatMap((section) => section.pages.flatMap((page) => page.questions.map((each) => [each.id, each.kind.example(each.settings)]))),
  )
  return journeyOf(form, everything, today).answers
}

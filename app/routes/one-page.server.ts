import { json } from '@remix-run/node'
import type { Context } from '~/context.server'
import type { Form, Page, Question } from '~/engine/form'
import type { Typed } from '~/engine/kind'
import { problemWords, wordsOf, type ProblemWords } from '~/engine/naming'
import { readPage, typedFrom, typedOf, type PageReading } from '~/engine/read-page'
import { questionViewOf, type QuestionView } from '~/questions/view'
import type { FormView } from './apply/form-view'
import { titleOf } from './responses.server'

/** A page with one small form that goes with something else. */
export interface OnePageView extends FormView {
  readonly back: { readonly text: string; readonly href: string }
}

/** What was posted and not done. */
export interface NotDone {
  readonly posted: URLSearchParams
  readonly problems: readonly ProblemWords[]
  readonly offers?: FormView['offers']
}

const notDoneIn = new WeakMap<Context, NotDone>()

/** What this request posted and was not done, if anything. */
export const notDoneOf = (context: Context): NotDone | undefined => notDoneIn.get(context)

/** Answers a post that was not done: the same request draws the page again, with what was typed and what is wrong. */
export function askAgain(context: Context, notDone: NotDone) {
  notDoneIn.set(context, notDone)
  return json(null, { status: 422 })
}

export interface OnePage {
  readonly form: Form
  /** What to call the child or young person; the form's own word for one, when it is not said. */
  readonly name?: string
  /** The questions of it that are asked here; all, when it is not said. */
  readonly asked?: (question: Question) => boolean
  readonly draw?: (view: QuestionView) => QuestionView
  /** What is there before anybody typed. */
  readonly answers?: Readonly<Record<string, unknown>>
  readonly notes?: readonly string[]
  readonly hidden?: Readonly<Record<string, string>>
  readonly back: OnePageView['back']
  readonly button: string
}

/** The page of a form that has one. */
export function pageIn(form: Form): Page {
  const page = form.sections[0]?.pages[0]
  if (!page) throw new Error(`${form.id} has no page`)
  return page
}

const nameIn = ({ visit }: Context, form: Form, name: string | undefined): string => name || visit.words.text(`${form.id}:name`)

/** What was posted on it, checked; and what is wrong, in words. */
export function readOnePage(context: Context, form: Form, posted: URLSearchParams, name?: string): PageReading & { readonly wrong: readonly ProblemWords[] } {
  const { questions } = pageIn(form)
  const reading = readPage(questions, (box) => posted.getAll(box), {}, form.needs)
  return { ...reading, wrong: problemWords(wordsOf(form, context.visit.words, nameIn(context, form, name)), questions, reading.problems) }
}

export function onePageView(context: Context, { form, name, asked = () => true, draw = (view) => view, answers = {}, notes = [], hidden = {}, back, button }: OnePage): OnePageView {
  const notDone = notDoneOf(context)
  const { words } = context.visit
  const said = wordsOf(form, words, nameIn(context, form, name))
  const page = pageIn(form)
  const { title, intro, why } = said.page(page)
  const questions = page.questions.filter(asked)
  const common = (key: string) => words.text(`common:${key}`)
  const typedIn = (each: Question): Typed => (notDone ? typedOf(each, (box) => notDone.posted.getAll(box)) : typedFrom(each, answers[each.id]))
  return {
    title: titleOf(context, title, (notDone?.problems.length ?? 0) > 0),
    heading: title,
    ...(intro && { intro }),
    back,
    questions: questions.map((each) => draw(questionViewOf(each, said, form.needs))),
    typed: Object.fromEntries(questions.map((each) => [each.id, typedIn(each)])),
    problems: { title: common('problem'), list: notDone?.problems ?? [] },
    notes,
    unsaved: null,
    ...(notDone?.offers && { offers: notDone.offers }),
    why: { summary: words.text('apply:page.why'), text: why, sees: words.text(`apply:page.sees.${form.sections[0]?.privacy.sees ?? 'council'}`) },
    hidden: { csrf: context.visit.csrf(), ...hidden },
    words: { continue: button, errorTitle: titleOf(context, title, true), important: common('important'), notSaved: common('notSaved'), tooMuch: common('tooMuch') },
    session: null,
    needs: form.needs,
    known: {},
  }
}

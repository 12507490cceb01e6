import { itemQuestionsOf, pagesOf, questionsOf, type Answers, type Form, type Question, type RepeatSettings } from '~/engine/form'
import { fieldName, NOT_SAID, readTyped, typedOf, type Fields } from '~/engine/read-page'
import type { Item } from '~/engine/repeat'
import { extraAnswers, extraName } from '../blank/back'
import { editionOf } from '../blank/edition'
import { printedItems, numbersOf } from '../blank/numbers'
import { CODE_FIELD, paperName, type PlaceAmongSeveral } from '../blank/paper-name'
import type { FilledFields } from './fields-in'

/** Something on a filled form that a person has to look at. */
export interface Doubt {
  /** The number on the paper, where the form has such a question. */
  readonly number: string
  readonly question?: Question
  /** `extra`: said on an extra sheet. `twoTicked`: where one box may be. Else an error code of the kind, as on the web. */
  readonly code: string
  /** What was typed. */
  readonly typed: readonly string[]
}

export interface Filled {
  /** What can be read, in the answers format. What was left blank is left out. */
  readonly answers: Answers
  readonly doubts: readonly Doubt[]
  /** Whether the form still asks what this paper asked. */
  readonly isThisEdition: boolean
}

/** Which form a filled PDF says it is. Undefined when it is none of ours. */
export function formCodeOf(fields: FilledFields): { readonly form: string; readonly language: string; readonly edition: string } | undefined {
  const [form, language, edition, ...rest] = fields.get(CODE_FIELD)?.[0]?.split(' ') ?? []
  return form && language && edition && rest.length === 0 ? { form, language, edition } : undefined
}

/** Reads a filled form with each kind's own schema, as the web does. What cannot be read is left out and told as a doubt. */
export function readFilled(form: Form, fields: FilledFields): Filled {
  const numbers = numbersOf(form)
  const answers: Record<string, unknown> = {}
  const doubts: Doubt[] = []
  const read = (question: Question, item?: PlaceAmongSeveral): unknown => {
    const own = question.kind.boxes(question.settings).flatMap((box) => [box.name, NOT_SAID]).map((box) => fields.get(paperName(fieldName(question.id, box), item)) ?? [])
    const twoTicked = own.find((values) => values.length > 1)
    if (twoTicked) {
      doubts.push({ number: numbers.get(question.id) ?? '', question, code: 'twoTicked', typed: twoTicked })
      return undefined
    }
    const typed = typedOf(question, postedFrom(fields, question, item))
    const reading = readTyped([question], { [question.id]: typed })
    doubts.push(...reading.problems.map(({ code }) => ({ number: numbers.get(question.id) ?? '', question, code, typed: Object.values(typed).flat().filter(Boolean) })))
    return reading.answers[question.id] ?? undefined
  }
  for (const question of pagesOf(form).flatMap((page) => page.questions)) {
    const answer = itemQuestionsOf(question) ? itemsIn(question, read) : read(question)
    if (answer !== undefined) answers[question.id] = answer
  }
  // One answer of several would do, and there is none: said at the last of them, as the web does.
  const needed = form.needs.flatMap(({ id, oneOf }): Doubt[] => {
    const question = questionsOf(form).find((each) => each.id === oneOf.at(-1))
    return question && !oneOf.some((name) => name in answers) ? [{ number: numbers.get(question.id) ?? '', question, code: `needs.${id}`, typed: [] }] : []
  })
  return { answers, doubts: [...doubts, ...needed, ...extrasIn(form, fields)], isThisEdition: formCodeOf(fields)?.edition === editionOf(form) }
}

/** The fields as the web would have posted them. */
const postedFrom =
  (fields: FilledFields, { id, kind, settings }: Question, item: PlaceAmongSeveral | undefined): Fields =>
  (webName) => {
    const own = fields.get(paperName(webName, item))
    if (own !== undefined) return own
    // Of several choices, each is a box of its own on paper.
    return webName === id ? (kind.options?.(settings) ?? []).filter((option) => fields.has(paperName(fieldName(id, option), item))) : []
  }

function itemsIn(repeated: Question, read: (question: Question, item: PlaceAmongSeveral) => unknown): readonly Item[] | undefined {
  const settings = repeated.settings as RepeatSettings
  const items = Array.from({ length: printedItems(settings) }, (_, index): Item => {
    const place = { repeated: repeated.id, copy: index + 1 }
    const said = settings.questions.flatMap((question) => {
      const answer = read(question, place)
      return answer === undefined ? [] : [[question.id, answer] as const]
    })
    return { ...Object.fromEntries(said), key: `paper${place.copy}` }
  }).filter((item) => Object.keys(item).length > 1)
  return items.length > 0 ? items : undefined
}

/** What was said on the extra sheets belongs to a question that a person must find: the number was typed by hand. */
function extrasIn(form: Form, fields: FilledFields): readonly Doubt[] {
  const byNumber = new Map([...numbersOf(form)].map(([id, number]) => [number, id]))
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  return extraAnswers.flatMap(({ sheet, answer }) => {
    const said = fields.get(extraName(sheet, `more-${answer}`))?.[0]
    if (said === undefined) return []
    const number = fields.get(extraName(sheet, `question-${answer}`))?.[0]?.trim().toLowerCase() ?? ''
    const question = questions.get(byNumber.get(number) ?? '')
    return [{ number, ...(question && { question }), code: 'extra', typed: [said] }]
  })
}

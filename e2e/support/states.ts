import { exampleAnswers } from '~/engine/describe-form'
import { pagesOf, restsOn, type Answers, type Page as FormPage, type Question } from '~/engine/form'
import { itemPagesOf } from '~/engine/screen'
import { fieldName } from '~/engine/read-page'
import { parentRequest } from '~/forms/parent-request'
import { today, type Fields } from './walk'

/** Pages that are drawn by the same kinds of question look the same: one of each is judged in every state. */
export interface PageKind {
  readonly kinds: string
  readonly page: FormPage
  readonly questions: readonly Question[]
  /** The screen of one item of a repeat. */
  readonly item?: string
  /** What has to be answered before the page is asked. */
  readonly before: Answers
}

const full = exampleAnswers(parentRequest, today)
const ITEM = 'a1'

/** Example answers to the questions that decide whether a page applies, and to those that decide about these. */
function answersThatOpen(page: FormPage): Answers {
  const asked = (name: string) => pagesOf(parentRequest).find((each) => each.questions.some(({ id }) => id === name))
  const names = page.when ? [...restsOn(parentRequest, page.when)] : []
  const before = names.map((name) => asked(name)).filter((each) => each !== undefined)
  return Object.assign({}, ...before.map(answersThatOpen), Object.fromEntries(names.map((name) => [name, full[name]]))) as Answers
}

export function pageKinds(): readonly PageKind[] {
  const applying = pagesOf(parentRequest).filter((page) => page.questions.every((each) => each.id in full))
  const found = new Map<string, PageKind>()
  for (const page of applying) {
    const kindsOn = (questions: readonly Question[]) => [...new Set(questions.map((each) => each.kind.name))].sort().join(' and ')
    const note = (kind: Omit<PageKind, 'before'>) => found.has(kind.kinds) || found.set(kind.kinds, { ...kind, before: answersThatOpen(page) })
    note({ kinds: kindsOn(page.questions), page, questions: page.questions })
    // The first page of an item is there for any item; one that comes on the list of its own is drawn like any other.
    const [first] = itemPagesOf(page)
    if (first) note({ kinds: first.id === page.id ? 'item' : 'item page', page: first, questions: first.questions, item: ITEM })
  }
  const all = [...found.values()]
  // Several kinds side by side are judged where most of them stand: fewer of the same look no different.
  const kindsOf = ({ questions }: PageKind) => new Set(questions.map((each) => each.kind.name))
  const isWithin = (few: PageKind, many: PageKind) => kindsOf(few).size > 1 && kindsOf(many).size > kindsOf(few).size && [...kindsOf(few)].every((kind) => kindsOf(many).has(kind))
  return all.filter((few) => few.item || !all.some((many) => isWithin(few, many)))
}

const words = 'I want you to know how each day goes for us. '
/** The longest word somebody may type, which must not push the page sideways. */
const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3)

function longAnswer({ kind, settings, id }: Question): unknown {
  const { max } = settings as { max?: number }
  switch (kind.name) {
    case 'text':
      return longWord.slice(0, max ?? 100)
    case 'long-text':
      return `${longWord}\n\n${words.repeat(400)}`
    case 'email':
      return `${'a'.repeat(60)}@${'b'.repeat(60)}.example`
    case 'address':
      return { lines: [longWord, longWord, words.repeat(3), 'x'], town: longWord, postcode: 'LS1 1UR' }
    case 'choices':
      return kind.options?.(settings).filter((code) => code !== (settings as { none?: string }).none)
    default:
      return full[id] ?? kind.example(settings)
  }
}

/** Answers to the questions of one page or item: the examples, or the longest there are. */
export const answersTo = ({ questions }: PageKind, isLong: boolean): Answers =>
  Object.fromEntries(questions.map((each) => [each.id, isLong ? longAnswer(each) : each.kind.example(each.settings)]))

const tooMuch = 'x'.repeat(30_000)

/** What nobody may type there, so that the page comes back with an error; empty for a page that can hold no mistake. */
export function mistakesOn({ questions }: PageKind): Fields {
  return questions.flatMap(({ id, kind }): [string, string][] => {
    switch (kind.name) {
      case 'repeat':
        return []
      case 'date':
      case 'uncertain-date':
        return [[fieldName(id, 'day'), '40'], [fieldName(id, 'month'), '13'], [fieldName(id, 'year'), '2016']]
      case 'address':
        return [[fieldName(id, 'lines'), 'a\nb\nc\nd\ne\nf']]
      case 'email':
        return [[id, 'not an address']]
      default:
        return [[id, kind.options ? 'not-an-option' : tooMuch]]
    }
  })
}

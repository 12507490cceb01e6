import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BlankCouncil, BlankRequest } from '~/engine/blank-request'
import { itemQuestionsOf, repeatOf, type Form, type Page, type Question, type RepeatSettings } from '~/engine/form'
import { nameIn, wordsOf } from '~/engine/naming'
import { itemPagesOf, screensOf } from '~/engine/screen'
import { wordsFor } from '~/i18n/words'
import { linesOf } from '~/questions/text/text.paper'
import { keyFor } from './blank/blank-of'
import { numbersOf, printedItems } from './blank/numbers'
import { onlyIf } from './blank/only-if'
import { operatorsOf, type Operand } from './kit/tagged/check/operators.contract'
import { PdfObjects } from './kit/tagged/check/pdf-objects.contract'
import { renderBlank } from './render-blank'

// Blank forms to test with.

export const council = JSON.parse(readFileSync(new URL('../../db/demo-council.json', import.meta.url), 'utf8')) as BlankCouncil

export const asking = (form: string, language: string, look: BlankRequest['look']): BlankRequest => ({ form, language, look, council })

// Named after what the portal was built from, as its own shelf is.
const shelf = fileURLToPath(new URL(`../../test-results/blanks/${readFileSync(new URL('../../build/inputs.sha256', import.meta.url), 'utf8')}/`, import.meta.url))

/** A blank form of the demo's council: it takes seconds to print and is the same bytes each time, so that whoever tests it first prints it for all. */
export async function blankOf(form: Form, language: string, look: BlankRequest['look']): Promise<Uint8Array> {
  const file = `${shelf}${form.id}-${language}-${look}.pdf`
  if (existsSync(file)) return readFileSync(file)
  const bytes = await renderBlank(form, asking(form.id, language, look))
  mkdirSync(shelf, { recursive: true })
  const own = `${file}.${process.pid}`
  writeFileSync(own, bytes)
  renameSync(own, file)
  return bytes
}

/** A text that a blank form must have. */
export interface PrintedText {
  readonly text: string
  /** It heads what follows, so that it ends no page. */
  readonly isHead: boolean
}
type Text = string | undefined | false
const all = (isHead: boolean, texts: readonly Text[]): PrintedText[] => texts.flatMap((text) => (text ? [{ text, isHead }] : []))
const heads = (...texts: readonly Text[]) => all(true, texts)
const texts = (...said: readonly Text[]) => all(false, said)

/** What a blank form says, in order: how to send it, every question with all that belongs to it, and the reasons. */
export function textsOfBlank(form: Form, { language, look }: Pick<BlankRequest, 'language' | 'look'>): readonly PrintedText[] {
  const words = wordsFor(language)
  const said = wordsOf(form, words, nameIn(form, () => undefined, words))
  const numbers = numbersOf(form)
  const sayWhen = onlyIf(form, said, words, numbers)
  const say = (key: string, values?: Record<string, string | number>) => words.text(keyFor(form, key, words), values)
  const list = (key: string) => words.tree<readonly string[]>(keyFor(form, key, words))
  const numberOf = ({ id }: Question) => numbers.get(id) ?? ''

  const front = [
    ...texts(said.title(), say(look === 'fillable' ? 'front.leadFillable' : 'front.lead')),
    ...heads(say('front.notNeeded.heading')),
    ...texts(...list('front.notNeeded.text')),
    ...heads(say('front.how.heading')),
    ...texts(...list('front.how.list'), ...list(`front.how.${look === 'fillable' ? 'byTyping' : 'byHand'}`), say('front.how.together')),
    ...heads(say('front.send.heading')),
    ...texts(say('front.send.post'), ...council.post, say('front.send.email'), council.email, say('front.send.hand'), say('front.send.handText')),
    ...texts(say('front.send.phone'), council.phone, council.hours, say('front.send.phoneText'), say('front.send.relay'), council.textRelay, say('front.send.text')),
    ...heads(say('front.next.heading')),
    ...texts(...list('front.next.list')),
    ...heads(say('front.free.heading')),
    ...texts(council.sendiass.name, council.sendiass.phone, council.sendiass.website, say('front.free.text')),
    ...heads(say('front.privacy.heading')),
    ...texts(...list('front.privacy.text'), say('front.danger')),
  ]
  const question = (asked: Question, intro?: string) => {
    const { label, hint, options, notSaid } = said.question(asked)
    return texts(`${numberOf(asked)}${label}`, asked.need === 'required' && say('needed'), intro, hint, ...options.flatMap((option) => [option.label, option.hint]), ...notSaid.map((each) => each.label))
  }
  const condition = ({ when }: Page, asked: readonly Question[]) => {
    if (!when) return []
    const { text, help } = sayWhen(when)
    const [first, last] = [asked[0], asked.at(-1)]
    const values = { condition: text, first: first ? numberOf(first) : '', last: last ? numberOf(last) : '' }
    return heads(say(asked.length === 1 ? 'onlyIf' : 'onlyIfRun', values), help)
  }
  const pages = (some: readonly Page[], one: (page: Page) => readonly PrintedText[]): readonly PrintedText[] =>
    some.flatMap((page, index) => {
      const isSame = (other: Page | undefined) => page.when !== undefined && JSON.stringify(page.when) === JSON.stringify(other?.when)
      const end = some.findIndex((other, at) => at > index && !isSame(other))
      const run = some.slice(index, end < 0 ? undefined : end)
      return [...(isSame(some[index - 1]) ? [] : condition(page, run.flatMap(({ questions }) => questions))), ...one(page)]
    })
  const plain = (page: Page) => {
    const { title, intro } = said.page(page)
    const [only, ...more] = page.questions
    return only && more.length === 0 ? question(only, intro) : [...heads(title, intro), ...page.questions.flatMap((each) => question(each))]
  }
  const several = (page: Page, repeated: Question) => {
    const { title, intro } = said.page(page)
    const settings = repeated.settings as RepeatSettings
    const copies = printedItems(settings)
    const { words: named, key } = said.naming(repeated)
    return [
      ...heads(`${numberOf(repeated)}${title}`, intro, said.question(repeated).hint, settings.max > copies && say('room', { copies })),
      ...Array.from({ length: copies }, (_, index) => [
        ...heads(named.text(key('item'), { number: index + 1 })),
        ...pages(itemPagesOf(page), (inner) => (inner.id === page.id ? inner.questions.flatMap((each) => question(each)) : plain(inner))),
      ]).flat(),
    ]
  }
  const sections = form.sections.flatMap(({ id, pages: own, privacy }, index) => [
    ...heads(say('part', { number: index + 1, total: form.sections.length }), said.section(id), words.text(`apply:page.sees.${privacy.sees}`)),
    ...pages(own, (page) => {
      const repeated = repeatOf(page)
      return repeated ? several(page, repeated) : plain(page)
    }),
  ])
  const reasons = screensOf(form).flatMap(({ page, list: of }) => (page.id === of?.id ? [] : [said.page(page).why]))
  return [...front, ...sections, ...heads(say('why.heading'), say('why.text')), ...texts(...new Set(reasons))]
}

/** How many lines to write on a question has at the least, in its box for words. */
export function linesToWrite({ kind, settings, need }: Question): number {
  if (kind.name === 'long-text') return need === 'optional' ? 3 : 5
  if (kind.name === 'address') return 3
  return kind.name === 'text' ? linesOf(settings) : 1
}

/** The questions of a form as often as they are printed. */
export const printedQuestions = (form: Form): readonly Question[] =>
  form.sections.flatMap((section) =>
    section.pages.flatMap(({ questions }) =>
      questions.flatMap((question) => {
        const items = itemQuestionsOf(question)
        return items ? Array.from({ length: printedItems(question.settings as RepeatSettings) }, () => items).flat() : [question]
      }),
    ),
  )

/** How far each rule to write on is below the top of its box, in points: the lines half a point wide that begin inside an edge of a point. */
export async function rulesIn(bytes: Uint8Array): Promise<readonly number[]> {
  const pdf = await PdfObjects.open(bytes)
  const operators = pdf.document.getPages().flatMap(({ node }) => pdf.list(node, 'Contents').flatMap((content) => operatorsOf(pdf.bytes(content))))
  const numberOf = (operand: Operand | undefined) => (operand?.is === 'number' ? operand.value : NaN)
  let isRule = false
  return operators.flatMap(({ name, operands }) => {
    if (name === 'w') isRule = numberOf(operands[0]) === 0.5
    return isRule && name === 'm' && numberOf(operands[0]) === 1 ? [numberOf(operands[1])] : []
  })
}

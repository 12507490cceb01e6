import type { ReactNode } from 'react'
import { repeatOf, type Page, type Question, type RepeatSettings, type Section } from '~/engine/form'
import { fieldName } from '~/engine/read-page'
import { itemPagesOf } from '~/engine/screen'
import { QuestionPaper, spaceFor } from '~/questions/question.paper'
import { questionViewOf, type QuestionView } from '~/questions/view'
import { GroupHead, OnlyIf, PartHead, Question as Asked } from '../kit/form/parts'
import type { Block } from '../kit/form/pages'
import type { Tag } from '../kit/tagged'
import { needsOf, type Blank } from './blank-of'
import { printedItems } from './numbers'
import { paperName, type PlaceAmongSeveral } from './paper-name'

/** The parts of the form, with their questions: a block each, with whatever heads it. */
export const sectionBlocks = (blank: Blank): readonly Block[] =>
  blank.form.sections.flatMap((section, index) => {
    const within = { type: 'Sect' } as const
    const blocks = runsOf(section.pages).flatMap((run) => runBlocks({ blank }, run))
    const [first, ...rest] = blocks
    return first ? [under(<SectionHead blank={blank} section={section} number={index + 1} />, first), ...rest].map((block) => placed(block, within)) : []
  })

/** A block with something that heads it. */
function under(head: ReactNode, block: LooseBlock): LooseBlock {
  const content = (
    <>
      {head}
      {block.content}
    </>
  )
  const [first, ...rest] = block.parts ?? []
  return { ...block, content, parts: first && [under(head, first), ...rest] }
}

const placed = ({ parts, ...block }: LooseBlock, within: Tag): Block => ({ ...block, within, parts: parts?.map((part) => placed(part, within)) })

const SectionHead = ({ blank, section, number }: { readonly blank: Blank; readonly section: Section; readonly number: number }) => (
  <PartHead
    place={blank.say('part', { number, total: blank.form.sections.length })}
    title={blank.said.section(section.id)}
    note={blank.said.words.text(`apply:page.sees.${section.privacy.sees}`)}
  />
)

type LooseBlock = Omit<Block, 'within' | 'parts'> & { readonly parts?: readonly LooseBlock[] | undefined }

/** Neighbouring pages for the same people. */
function runsOf(pages: readonly Page[]): Page[][] {
  const runs: Page[][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && page.when && JSON.stringify(last[0]?.when) === JSON.stringify(page.when)) last.push(page)
    else runs.push([page])
  }
  return runs
}

/** Whose questions: those of the form itself, or those about one of several. */
interface Within {
  readonly blank: Blank
  readonly item?: PlaceAmongSeveral & { readonly title: string; readonly list: Page }
}

function runBlocks(within: Within, pages: readonly Page[]): readonly LooseBlock[] {
  const { blank } = within
  const [first, ...rest] = pages.flatMap((page) => pageBlocks(within, page))
  const when = pages[0]?.when
  if (!first || !when) return first ? [first, ...rest] : []
  const { text, help } = blank.onlyIf(when)
  const numbers = pages.flatMap((page) => page.questions.map(({ id }) => blank.numberOf(id)))
  const values = { condition: text, first: numbers[0] ?? '', last: numbers.at(-1) ?? '' }
  return [under(<OnlyIf help={help}>{blank.say(numbers.length === 1 ? 'onlyIf' : 'onlyIfRun', values)}</OnlyIf>, first), ...rest]
}

function pageBlocks(within: Within, page: Page): readonly LooseBlock[] {
  const { blank, item } = within
  const isConditional = page.when !== undefined
  const [first, ...rest] = page.questions
  if (!first) return []
  // A repeat without pages of its own asks on the page that it stands on, which has been named.
  if (page.id === item?.list.id) return page.questions.map((question) => questionBlock({ ...within, question, isConditional }))
  const { title, intro } = blank.said.page(page)
  if (repeatOf(page)) return repeatBlocks(blank, page, first, { title, intro, isConditional })
  if (rest.length === 0) return [questionBlock({ ...within, question: first, isConditional, intro })]
  const [top, ...others] = page.questions.map((question) => questionBlock({ ...within, question, isConditional }))
  return top ? [under(<GroupHead note={intro} level={item ? 4 : 3}>{title}</GroupHead>, top), ...others] : []
}

/** A question about several: its own questions once for each, as often as there is room. */
function repeatBlocks(blank: Blank, list: Page, repeated: Question, { title, intro, isConditional }: { readonly title: string; readonly intro: string | undefined; readonly isConditional: boolean }) {
  const settings = repeated.settings as RepeatSettings
  const copies = printedItems(settings)
  const { words, key } = blank.said.naming(repeated)
  const room = settings.max > copies ? blank.say('room', { copies }) : undefined
  const asked = <Asked number={blank.numberOf(repeated.id)} label={title} hints={[intro, blank.said.question(repeated).hint, room]} isConditional={isConditional} />
  return Array.from({ length: copies }, (_, index) => {
    const item = { title: words.text(key('item'), { number: index + 1 }), repeated: repeated.id, copy: index + 1, list }
    const [first, ...rest] = runsOf(itemPagesOf(list)).flatMap((run) => runBlocks({ blank, item }, run))
    if (!first) return []
    const named = under(<GroupHead level={3}>{item.title}</GroupHead>, first)
    return [index === 0 ? under(asked, named) : named, ...rest]
  }).flat()
}

interface Asking extends Within {
  readonly question: Question
  readonly isConditional: boolean
  readonly intro?: string | undefined
}

function questionBlock({ blank, question, isConditional, intro, item }: Asking): LooseBlock {
  // Almost everything may be left blank, and the form says so: only what is needed is marked.
  const view = { ...questionViewOf({ ...question, need: 'asked' }, blank.said), need: question.need }
  const number = blank.numberOf(question.id)
  const labelOf = (words?: string) =>
    blank.say(`field${words ? 'Box' : ''}${item ? 'OfItem' : ''}`, { number, label: view.label, ...(words && { words }), ...(item && { item: item.title }) })
  const space = spaceFor(view)
  const boxes = (drawn: QuestionView) => <QuestionPaper view={drawn} nameOf={(box) => paperName(fieldName(question.id, box), item)} labelOf={labelOf} />
  const asked = { number, label: view.label, hints: [intro, view.hint], need: needsOf(blank, question), isConditional, isBeside: space === 'date' || (item !== undefined && space === 'line') }
  const key = paperName(question.id, item)
  return {
    key,
    grows: space === 'growing',
    content: <Asked {...asked}>{boxes(view)}</Asked>,
    parts: fewAtATime(view)?.map((few, index) => ({ key: `${key} ${index}`, content: <Asked {...(index === 0 ? asked : { isConditional })}>{boxes(few)}</Asked> })),
  }
}

const FEW = 8

/** A question with many answers to tick, some at a time. */
function fewAtATime(view: QuestionView): readonly QuestionView[] | undefined {
  const { options = [] } = view
  if (options.length <= FEW) return undefined
  const starts = Array.from({ length: Math.ceil(options.length / FEW) }, (_, index) => index * FEW)
  return starts.map((start) => ({ ...view, options: options.slice(start, start + FEW), notSaid: start + FEW >= options.length ? view.notSaid : [] }))
}

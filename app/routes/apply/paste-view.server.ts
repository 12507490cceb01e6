import { itemKey, rowsIn } from '~/applications/paste-items'
import type { Context } from '~/context.server'
import { isValue, repeatOf, type Page, type RepeatSettings } from '~/engine/form'
import { isItemKey, itemsIn } from '~/engine/repeat'
import { itemsFromRows, type RowItem, type RowProblem } from '~/engine/rows'
import type applyWords from '../../../locales/en/apply.json'
import { titleOf } from '../responses.server'
import type { Applying } from './apply.server'
import { newKey } from './items.server'

/** What was pasted, and the name of these rows: pressed twice, they are kept once. */
export interface Pasted {
  readonly text: string
  readonly batch: string
}

/** More problems than anybody puts right at once. */
const MOST_PROBLEMS = 10

/** The list that rows can be pasted into, if this page has one. */
export const pastedIn = (page: Page) => {
  const repeated = repeatOf(page)
  const settings = repeated?.settings as RepeatSettings | undefined
  return repeated && settings?.pasteable ? { repeated, settings } : undefined
}

/** What the page of pasting says: the columns; and of rows that were pasted, what is wrong with them, or how each would be kept. */
export function pasteViewOf(context: Context, { said, answerOf, path }: Applying, list: Page, pasted: Pasted | undefined) {
  const { words } = context.visit
  const { repeated, settings } = pastedIn(list) ?? { repeated: undefined, settings: { max: 0, questions: [] } }
  const batch = pasted && isItemKey(pasted.batch) && pasted.batch.length < 12 ? pasted.batch : newKey()
  const read = pasted && rowsIn(pasted.text)
  const { items, problems } = read ? itemsFromRows(settings.questions, read, said) : { items: [], problems: [] }
  const there = itemsIn(answerOf(repeated?.id ?? '')).filter(({ key }) => !items.some((_item, index) => itemKey(batch, index) === key))
  const room = settings.max - there.length
  const say = (key: string, values?: Record<string, string | number>) => words.text(`apply:paste.${key}`, values)
  const sentences = (() => {
    if (!pasted) return []
    if (!read) return [say('faults.unreadable')]
    if (problems.length > 0) return [...problems.slice(0, MOST_PROBLEMS).map(inWords), ...(problems.length > MOST_PROBLEMS ? [say('faults.more', { count: problems.length - MOST_PROBLEMS })] : [])]
    if (items.length === 0) return [say('faults.none')]
    return items.length > room ? [say('faults.full', { count: items.length, room })] : []
  })()
  function inWords({ line, problem }: RowProblem): string {
    if ('cell' in problem) return say('faults.cell', { line, cell: problem.cell.slice(0, 40) })
    const question = settings.questions.find(({ id }) => id === problem.question)
    return question ? say('faults.row', { line, column: said.column(question), fault: said.problem(question, problem.code) }) : ''
  }
  const isGood = sentences.length === 0
  const rowOf = ({ answers }: RowItem, index: number) => ({
    title: repeated ? words.text(said.naming(repeated).key('item'), { number: there.length + index + 1 }) : '',
    cells: settings.questions.flatMap((question) => {
      const answer = answers[question.id]
      return isValue(answer) ? [{ label: said.column(question), said: question.kind.lines(answer, question.settings, said.naming(question)).join(' ') }] : []
    }),
  })
  const tree = words.tree<Omit<(typeof applyWords)['paste'], 'faults'>>('apply:paste')
  return {
    title: titleOf(context, tree.heading, !isGood),
    back: { text: words.text('apply:page.back'), href: path(list.id) },
    words: { ...tree, problem: words.text('common:problem'), error: words.text('questions:error') },
    columns: settings.questions.map((each) => [said.column(each), ...(each.kind.options ? [words.list(said.question(each).options.map(({ label }) => label))] : [])].join(': ')),
    text: pasted?.text ?? '',
    batch,
    csrf: context.visit.csrf(),
    problems: sentences,
    items,
    rows: isGood ? items.map(rowOf) : [],
  }
}

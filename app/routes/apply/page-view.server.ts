import { randomInt } from 'node:crypto'
import { givenBy } from '~/applications/services'
import { unfinishedOn } from '~/applications/unfinished'
import type { Context } from '~/context.server'
import { repeatOf, sectionWith, type Page, type Question, type RepeatSettings } from '~/engine/form'
import { itemJourneyOf, itemJourneysOf, type ItemJourney } from '~/engine/item-journey'
import { problemWords } from '~/engine/naming'
import { partName } from '~/engine/parts'
import { readTyped, rulesOn, typedFrom, warningsOf } from '~/engine/read-page'
import { itemsIn } from '~/engine/repeat'
import { itemPagesOf, type Screen } from '~/engine/screen'
import { summaryOf, type Row } from '~/engine/summary'
import type { Typed } from '~/engine/kind'
import { questionViewOf, type QuestionView } from '~/questions/view'
import { PERSON_IDLE_MINUTES } from '~/visit.server'
import type commonWords from '../../../locales/en/common.json'
import { titleOf } from '../responses.server'
import type { Applying } from './apply.server'

/** How long before the end somebody is warned (WCAG 2.2.1). */
const WARNING_MINUTES = 5

/** One screen of questions, as plain data in words: all that the page needs, with or without scripts. */
export interface PageView {
  readonly title: string
  readonly heading: string
  readonly caption: string
  readonly intro?: string
  readonly why: { readonly summary: string; readonly text: string; readonly sees: string }
  readonly questions: readonly QuestionView[]
  readonly typed: Readonly<Record<string, Typed>>
  readonly problems: { readonly title: string; readonly list: readonly { readonly question: string; readonly box: string; readonly text: string }[] }
  readonly warnings: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  readonly clash: { readonly heading: string; readonly body: string; readonly theirs: string; readonly yours: string; readonly rows: readonly { label: string; lines: readonly string[] }[]; readonly keep: string } | null
  readonly repeat: RepeatView | null
  readonly hidden: Readonly<Record<string, string>>
  readonly back: { readonly text: string; readonly href: string }
  readonly words: Readonly<Record<'continue' | 'saveAndExit' | 'tasks' | 'errorTitle' | 'important' | 'notSaved', string>>
  readonly tasksHref: string
  readonly sendNow: { readonly text: string; readonly help: string; readonly href: string } | null
  readonly savedLine: string
  /** For somebody signed in: when they are signed out, and how to stay. */
  readonly session: { readonly warnAfterMinutes: number; readonly limit: string; readonly heading: string; readonly text: string; readonly stay: string } | null
  readonly exit: { readonly text: string; readonly leaving: string; readonly two: string; readonly one: string; readonly timedOut: string } | null
  /** What the browser's own check needs besides the questions: rules of this page, and answers from others that they name. */
  readonly needs: readonly { readonly id: string; readonly oneOf: readonly string[] }[]
  readonly known: Readonly<Record<string, unknown>>
}

/** The list of what was added on a page that repeats. */
export interface RepeatView {
  readonly items: readonly {
    readonly key: string
    readonly title: string
    readonly rows: readonly { readonly label: string; readonly lines: readonly string[]; readonly href: string }[]
    /** Where the item goes on, while something was not asked yet. */
    readonly rest: string | null
  }[]
  readonly none: string
  readonly add: { readonly text: string; readonly href: string } | null
  readonly full: string
  readonly change: string
  readonly rest: string
  readonly remove: string
}

export interface PageRequest {
  readonly screen: Screen
  /** The key of the item, on a page of an item. */
  readonly item?: string
  /** What the last post led to: to be shown again with what was typed. */
  readonly show?: 'problems' | 'warnings'
  /** The person came from check your answers and goes back there. */
  readonly isChange: boolean
}

export async function pageViewOf(context: Context, open: Applying, { screen, item, show, isChange }: PageRequest): Promise<PageView> {
  const { words } = context.visit
  const { form, said, journey, parts } = open
  const { page, list } = screen
  const own = list && item ? ownJourneyOf(open, list, item) : undefined
  const repeated = list ? undefined : repeatOf(page)
  const part = partName(page.id, item)
  const saved = parts.find((each) => each.name === part)
  const questions = repeated ? [] : page.questions
  const { typing: unfinished, typedAt } = repeated ? { typedAt: '' } : await unfinishedOn(context.services, open.actor, open, part, questions)
  // Typed over an older revision: somebody else saved this page meanwhile, and both texts are shown.
  const isClash = unfinished !== undefined && saved !== undefined && unfinished.base !== saved.revision

  const typed: Record<string, Typed> = {}
  for (const question of questions) typed[question.id] = unfinished?.typed[question.id] ?? typedFrom(question, saved?.answers?.[question.id])
  const { needs, known } = rulesOn(form, questions, journey.valueOf)
  const reading = show === 'problems' ? readTyped(questions, typed, known, needs) : undefined
  const problems = problemWords(said, questions, reading?.problems ?? [])
  const warnings = show === 'warnings' ? warningsOf(questions, saved?.answers ?? {}, givenBy(context.services)) : {}
  const common = (key: string, values?: Record<string, string>) => words.text(`common:${key}`, values)
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:${key}`, values)

  const itemTitle = own && list ? itemTitleOf(open, list, own) : ''
  // An item that is asked on one screen has the words of the list there, and no name for that screen but its own.
  const isOneScreen = list?.id === page.id
  const headed = isOneScreen ? { ...said.page(list), title: itemTitle, intro: undefined } : said.page(page)
  const views = questions.map((question) => questionViewOf(question, said, needs))
  // A question that is alone on its page is its heading, with "(optional)" where that is said.
  const heading = (views.length === 1 && views[0]?.label) || headed.title
  const named = itemTitle && heading !== itemTitle ? say('page.ofItem', { item: itemTitle, heading }) : heading
  const section = sectionWith(form, list ?? page)
  const back = own ? (own.back(page.id) ?? list) : journey.back(page.id)
  const backHref = back ? open.path(back.id, back !== list && item ? { item, ...from(isChange) } : own ? from(isChange) : {}) : open.path()
  const notes = [
    ...(unfinished && !show && !isClash ? [say('page.kept')] : []),
    ...(Object.keys(warnings).length > 0 ? [say('page.warning')] : []),
    ...(open.application.sentAt && !repeated ? [say('page.sent')] : []),
  ]
  return {
    title: titleOf(context, named, problems.length > 0),
    heading,
    caption: itemTitle && heading !== itemTitle ? itemTitle : said.section(section?.id ?? ''),
    ...(headed.intro && { intro: headed.intro }),
    why: { summary: say('page.why'), text: headed.why, sees: say(`page.sees.${section?.privacy.sees ?? 'council'}`) },
    questions: views,
    typed,
    problems: { title: common('problem'), list: problems },
    warnings: Object.fromEntries(Object.entries(warnings).map(([id, code]) => [id, warningText(questions, id, code, open)])),
    notes,
    clash: isClash ? clashOf(open, page, item, say) : null,
    repeat: repeated ? repeatViewOf(open, page, repeated, say, from(isChange)) : null,
    hidden: { csrf: context.visit.csrf, ref: open.reference, base: String(isClash ? saved.revision : (unfinished?.base ?? saved?.revision ?? 0)), typedAt, ...(item && { item }), ...(isChange && { from: 'check' }), ...(show === 'warnings' && { warned: 'yes' }) },
    back: { text: say('page.back'), href: isChange && !item ? open.path('check') : backHref },
    words: {
      continue: say('page.continue'),
      saveAndExit: say('page.saveAndExit'),
      tasks: say('page.tasks'),
      // The title as it reads when the browser's own check finds something.
      errorTitle: titleOf(context, named, true),
      important: common('important'),
      notSaved: common('notSaved'),
    },
    tasksHref: open.path(),
    sendNow: journey.missing.length === 0 && !open.application.sentAt ? { text: say('page.sendNow'), help: say('page.sendNowHelp'), href: open.path('check') } : null,
    savedLine: saved || unfinished ? common('savedAt', { time: words.time(open.application.savedAt) }) : '',
    session:
      context.visit.actor?.role === 'person'
        ? {
            warnAfterMinutes: PERSON_IDLE_MINUTES - WARNING_MINUTES,
            ...words.tree<(typeof commonWords)['stillThere']>('common:stillThere', { idle: PERSON_IDLE_MINUTES, warning: WARNING_MINUTES }),
          }
        : null,
    exit: page.exitQuickly
      ? { text: common('exit.text'), leaving: common('exit.leaving'), two: common('exit.two'), one: common('exit.one'), timedOut: common('exit.timedOut') }
      : null,
    needs,
    known,
  }
}

const warningText = (questions: readonly Question[], id: string, code: string, { said }: Applying): string => {
  const question = questions.find((each) => each.id === id)
  return question ? said.warning(question, code) : ''
}

/** Whoever came from check your answers goes back there, also by way of an item. */
const from = (isChange: boolean): { from?: string } => (isChange ? { from: 'check' } : {})

/** Where the person is in one item; a new one has no answers yet. */
export const ownJourneyOf = ({ journey }: Pick<Applying, 'journey'>, list: Page, key: string): ItemJourney => {
  const items = itemsIn(journey.valueOf(repeatOf(list)?.id ?? ''))
  return itemJourneyOf(list, items.find((each) => each.key === key) ?? { key }, journey.valueOf)
}

const itemTitleOf = ({ said, answerOf }: Applying, list: Page, { item }: ItemJourney): string => {
  const repeated = repeatOf(list)
  const items = repeated ? itemsIn(answerOf(repeated.id)) : []
  const at = items.findIndex((each) => each.key === item.key)
  return repeated ? said.words.text(said.naming(repeated).key('item'), { number: (at === -1 ? items.length : at) + 1 }) : ''
}

function repeatViewOf(open: Applying, list: Page, repeated: Question, say: (key: string) => string, from: { from?: string }): RepeatView {
  const { said, journey } = open
  const rows = summaryOf(open.form, journey, said.words).sections.flatMap((each) => each.rows)
  const items = rows.find((row) => row.question === repeated.id)?.items ?? []
  const journeys = itemJourneysOf(list, journey.valueOf(repeated.id), journey.valueOf)
  const { max } = repeated.settings as RepeatSettings
  const restOf = (key: string) => journeys.find(({ item }) => item.key === key)?.firstUnfinished?.id
  const first = itemPagesOf(list)[0]?.id
  return {
    items: items.map(({ key, title, rows: own }) => {
      const rest = restOf(key)
      return {
        key,
        title,
        rows: own.filter(hasLines).map(({ label, lines, page }) => ({ label, lines, href: open.path(page, { item: key, ...from }) })),
        rest: rest === undefined ? null : open.path(rest, { item: key, ...from }),
      }
    }),
    none: said.words.text(said.naming(repeated).key('none')),
    add: items.length < max ? { text: said.words.text(said.naming(repeated).key('add')), href: open.path(first, { item: newKey(), ...from }) } : null,
    full: items.length < max ? '' : say('repeat.full'),
    change: say('repeat.change'),
    rest: say('repeat.rest'),
    remove: say('repeat.remove'),
  }
}

const hasLines = (row: Row) => row.lines.length > 0

/** The key of a new item: in the link, so that pressing Add twice and saving twice makes one item. */
const newKey = () => randomInt(36 ** 6).toString(36).padStart(6, '0')

function clashOf(open: Applying, page: Page, item: string | undefined, say: (key: string) => string): PageView['clash'] {
  const all = summaryOf(open.form, open.journey, open.said.words).sections.flatMap((section) => section.rows)
  const rows = (item ? all.flatMap((row) => (row.items ?? []).filter((each) => each.key === item).flatMap((each) => each.rows)) : all).filter((row) => row.page === page.id)
  return {
    heading: say('clash.heading'),
    body: say('clash.body'),
    theirs: say('clash.theirs'),
    yours: say('clash.yours'),
    rows: rows.map(({ label, lines }) => ({ label, lines: lines.length > 0 ? lines : ['–'] })),
    keep: say('clash.keepTheirs'),
  }
}

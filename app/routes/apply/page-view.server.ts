import { givenBy } from '~/applications/services'
import { unfinishedOn } from '~/applications/unfinished'
import type { Context } from '~/context.server'
import { otherWaysOf } from '~/engine/other-ways'
import { repeatOf, sectionWith, type Page, type Question } from '~/engine/form'
import { problemWords } from '~/engine/naming'
import { partName } from '~/engine/parts'
import { readTyped, rulesOn, suggestionOf, typedFrom, typedOf, warningsOf } from '~/engine/read-page'
import type { Screen } from '~/engine/screen'
import { summaryOf } from '~/engine/summary'
import { DANGER, type Typed } from '~/engine/kind'
import { questionViewOf, type QuestionView } from '~/questions/view'
import { PERSON_IDLE_MINUTES } from '~/visit.server'
import type applyWords from '../../../locales/en/apply.json'
import type commonWords from '../../../locales/en/common.json'
import type dangerWords from '../../../locales/en/danger.json'
import { papersPath } from '../account/papers-path'
import { seeOther, titleOf, type Unsaved } from '../responses.server'
import type { Applying } from './apply.server'
import { fitsOn, ownJourneyOf, repeatViewOf, screenWordsOf, type RepeatView } from './items.server'
import { offersOn, type Offers } from './offers.server'
import { seesOf } from './sees'
import { unfinishedViewOf } from './unfinished-view.server'

/** How long before the end somebody is warned (WCAG 2.2.1). */
const WARNING_MINUTES = 5

/** One screen of questions, as plain data in words: all that the page needs, with or without scripts. */
export interface PageView {
  readonly title: string
  readonly heading: string
  /** A symbol beside the question, on a form with a calm look. */
  readonly symbol?: string
  readonly isCalm: boolean
  readonly aloud: { readonly read: string; readonly stop: string }
  /** Where an answer may be drawn, photographed or recorded instead. */
  readonly otherWays: { readonly text: string; readonly link: string; readonly href: string } | null
  readonly caption: string
  readonly intro?: string
  readonly why: { readonly summary: string; readonly text: string; readonly sees: string }
  readonly questions: readonly QuestionView[]
  readonly typed: Readonly<Record<string, Typed>>
  readonly problems: { readonly title: string; readonly list: readonly { readonly question: string; readonly box: string; readonly text: string }[] }
  readonly warnings: Readonly<Record<string, string>>
  /** Where to get help now, where words that were typed may mean danger. */
  readonly helpNow: typeof dangerWords.helpNow | null
  /** Schools to choose from, by question; and the way back to the boxes, to look again. */
  readonly offers: Offers
  readonly lookAgain: { readonly text: string; readonly href: string } | null
  readonly notes: readonly string[]
  /** Why what is in the boxes could not be saved, and what to do. */
  readonly unsaved: { readonly heading: string; readonly body: string; readonly link?: { readonly text: string; readonly href: string }; readonly drop?: string } | null
  readonly clash: { readonly heading: string; readonly body: string; readonly theirs: string; readonly yours: string; readonly rows: readonly { label: string; lines: readonly string[] }[]; readonly keep: string } | null
  readonly repeat: RepeatView | null
  readonly hidden: Readonly<Record<string, string>>
  readonly back: { readonly text: string; readonly href: string }
  readonly words: Readonly<Record<'continue' | 'saveAndExit' | 'errorTitle' | 'important' | 'notSaved' | 'tooMuch', string>>
  readonly tasks: { readonly text: string; readonly href: string }
  readonly sendNow: { readonly text: string; readonly help: string; readonly href: string } | null
  readonly savedLine: string
  /** For somebody signed in: when they are signed out, and how to stay. */
  readonly session: { readonly warnAfterMinutes: number; readonly limit: string; readonly heading: string; readonly text: string; readonly stay: string } | null
  readonly exit: { readonly text: string; readonly leaving: string; readonly two: string; readonly one: string; readonly timedOut: string } | null
  /** What the browser's own check needs besides the questions: rules of this page, and answers from others that they name. */
  readonly needs: readonly { readonly id: string; readonly oneOf: readonly string[] }[]
  readonly known: Readonly<Record<string, unknown>>
}

export interface PageRequest {
  readonly screen: Screen
  /** The key of the item, on a page of an item. */
  readonly item?: string
  /** What the last post led to: to be shown again with what was typed. */
  readonly show?: 'problems' | 'warnings' | 'offers'
  /** What was just posted and could not be saved. */
  readonly unkept?: Unkept
  /** The person came from check your answers and goes back there. */
  readonly isChange: boolean
}

/** A post that could not be saved, and why. */
export interface Unkept {
  readonly posted: URLSearchParams
  readonly unsaved: Unsaved
}

export async function pageViewOf(context: Context, open: Applying, { screen, item, show, unkept, isChange }: PageRequest): Promise<PageView> {
  const { words } = context.visit
  const { form, said, journey, parts } = open
  const { page, list } = screen
  const repeated = list ? undefined : repeatOf(page)
  const part = partName(page.id, item)
  const saved = parts.find((each) => each.name === part)
  const questions = repeated ? [] : page.questions
  const { typing: unfinished, typedAt } = repeated
    ? { typedAt: '' }
    : unkept
      ? typingIn(unkept, questions)
      : await unfinishedOn(context.services, open.actor, open, part, questions)
  // Typed over an older revision: somebody else saved this page meanwhile, and both texts are shown.
  const isClash = unfinished !== undefined && saved !== undefined && unfinished.base !== saved.revision

  const from = isChange ? { from: 'check' } : {}
  const fullList = list && item && !fitsOn(open, list, item) ? list : undefined
  // A full list gives nobody a page to fill in vain. What was typed on one already is never hidden.
  if (fullList && !unfinished) throw seeOther(open.path(fullList.id, from))
  const unsaved = unkept?.unsaved.code ?? (fullList && 'list-full')

  const guesses = saved || unfinished ? [] : questions.filter((each) => suggestionOf(each, journey.valueOf) !== undefined)
  const typed: Record<string, Typed> = {}
  for (const question of questions) {
    const answer = guesses.includes(question) ? suggestionOf(question, journey.valueOf) : saved?.answers?.[question.id]
    typed[question.id] = unfinished?.typed[question.id] ?? typedFrom(question, answer)
  }
  const { needs, known } = rulesOn(form, questions, journey.valueOf)
  const reading = show === 'problems' ? readTyped(questions, typed, known, needs) : undefined
  const problems = problemWords(said, questions, reading?.problems ?? [])
  const found = Object.entries(show === 'warnings' ? warningsOf(questions, saved?.answers ?? {}, givenBy(context.services)) : {})
  const warnings = found.filter(([, code]) => code !== DANGER)
  const offers = show === 'offers' ? await offersOn(context.services, questions, saved?.answers ?? {}) : {}
  const isOffering = Object.keys(offers).length > 0
  const common = (key: string, values?: Record<string, string>) => words.text(`common:${key}`, values)
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:${key}`, values)

  const headed = screenWordsOf(open, screen, item)
  const views = questions.map((question) => questionViewOf(question, said, needs))
  // A question that is alone on its page is its heading, with "(optional)" where that is said.
  const heading = (views.length === 1 && views[0]?.label) || headed.title
  const named = headed.ofItem ? say('page.ofItem', { item: headed.ofItem, heading }) : heading
  const section = sectionWith(form, list ?? page)
  const symbol = form.calm?.symbols[(list ?? page).id] ?? form.calm?.symbols[section?.id ?? '']
  const otherWay = otherWaysOf(form).find((each) => each.page === page.id)
  const notes = [
    ...(unfinished && !show && !isClash && !unsaved ? [say('page.kept')] : []),
    ...(warnings.length > 0 ? [say('page.warning')] : []),
    ...(guesses.length > 0 ? [say('page.guess')] : []),
    ...(open.application.sentAt && !repeated ? [say('page.sent')] : []),
  ]
  return {
    title: titleOf(context, named, problems.length > 0 || unkept !== undefined),
    heading,
    ...(symbol && { symbol }),
    isCalm: form.calm !== undefined,
    aloud: words.tree('apply:page.aloud'),
    otherWays: otherWay ? { ...words.tree<(typeof applyWords)['page']['otherWays']>('apply:page.otherWays'), href: papersPath(open.reference, `?about=${otherWay.question.id}`) } : null,
    caption: headed.ofItem || said.section(section?.id ?? ''),
    ...(headed.intro && { intro: headed.intro }),
    why: { summary: say('page.why'), text: headed.why, sees: seesOf(open, section) },
    questions: views,
    typed,
    problems: { title: common('problem'), list: problems },
    helpNow: found.length > warnings.length ? words.tree<typeof dangerWords.helpNow>(form.schoolWhen ? 'danger:helpNowAtSchool' : 'danger:helpNow') : null,
    warnings: Object.fromEntries(warnings.map(([id, code]) => [id, warningText(questions, id, code, open)])),
    offers,
    lookAgain: isOffering ? { text: say('page.lookAgain'), href: open.path(page.id, { ...(item && { item }), ...from }) } : null,
    notes,
    unsaved: unsaved
      ? {
          heading: say(`unsaved.${unsaved}.heading`),
          body: say(`unsaved.${unsaved}.body`, { button: say('page.continue') }),
          ...(fullList && { link: { text: say('repeat.seeList'), href: open.path(fullList.id, from) }, drop: say('unsaved.list-full.drop') }),
        }
      : null,
    clash: isClash ? clashOf(open, page, item, say) : null,
    repeat: repeated ? repeatViewOf(open, page, repeated, from, await unfinishedViewOf(context, open, from, page)) : null,
    hidden: { csrf: context.visit.csrf(), ref: open.reference, base: String(isClash ? saved.revision : (unfinished?.base ?? saved?.revision ?? 0)), typedAt, ...(item && { item }), ...(isChange && { from: 'check' }), ...(show === 'warnings' && { warned: 'yes' }), ...((isOffering || show === 'warnings') && { offered: 'yes' }) },
    back: { text: say('page.back'), href: backOf(open, screen, item, from) },
    words: {
      continue: say('page.continue'),
      saveAndExit: say('page.saveAndExit'),
      // The title as it reads when the browser's own check finds something.
      errorTitle: titleOf(context, named, true),
      important: common('important'),
      notSaved: common('notSaved'),
      tooMuch: common('tooMuch'),
    },
    tasks: { text: say('page.tasks'), href: open.path() },
    sendNow: journey.missing.length === 0 && !open.application.sentAt ? { text: say('page.sendNow'), help: say('page.sendNowHelp'), href: open.path('check') } : null,
    savedLine: saved || unfinished ? common('savedAt', { time: words.time(open.application.savedAt) }) : '',
    session: sessionLimitOf(context),
    exit: page.exitQuickly
      ? { text: common('exit.text'), leaving: common('exit.leaving'), two: common('exit.two'), one: common('exit.one'), timedOut: common('exit.timedOut') }
      : null,
    needs,
    known,
  }
}

/** For somebody signed in: when they are signed out, and how to stay. */
export const sessionLimitOf = ({ visit: { actor, words } }: Context): PageView['session'] =>
  actor?.role === 'person'
    ? {
        warnAfterMinutes: PERSON_IDLE_MINUTES - WARNING_MINUTES,
        ...words.tree<(typeof commonWords)['stillThere']>('common:stillThere', { idle: PERSON_IDLE_MINUTES, warning: WARNING_MINUTES }),
      }
    : null

/** What was typed in a post that could not be saved, as if it had been kept. */
const typingIn = ({ posted }: Unkept, questions: readonly Question[]) => ({
  typing: { typed: Object.fromEntries(questions.map((each) => [each.id, typedOf(each, (name) => posted.getAll(name))])), base: Number(posted.get('base')) || 0, savedAt: '' },
  typedAt: posted.get('typedAt') ?? '',
})

/** Whoever came from check your answers goes back there, also by way of an item. */
function backOf(open: Applying, { page, list }: Screen, item: string | undefined, from: { readonly from?: string }): string {
  if (list && item) {
    const before = ownJourneyOf(open, list, item).back(page.id)
    return before ? open.path(before.id, { item, ...from }) : open.path(list.id, from)
  }
  return from.from ? open.path(from.from) : open.path(open.journey.back(page.id)?.id)
}

const warningText = (questions: readonly Question[], id: string, code: string, { said }: Applying): string => {
  const question = questions.find((each) => each.id === id)
  return question ? said.warning(question, code) : ''
}

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

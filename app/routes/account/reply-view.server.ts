import { randomUUID } from 'node:crypto'
import { viewerFor } from '~/applications/viewer'
import { canFollow } from '~/applications/can-follow'
import type { PageSave } from '~/applications/save-answers'
import { unfinishedOn } from '~/applications/unfinished'
import { refusal, type Context } from '~/context.server'
import type { Page, Question } from '~/engine/form'
import { problemWords, wordsOf } from '~/engine/naming'
import { readPage, typedOf, type PageReading } from '~/engine/read-page'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { questionViewOf } from '~/questions/view'
import type { FormView } from '../apply/form-view'
import { sessionLimitOf } from '../apply/page-view.server'
import { titleOf, type Unsaved } from '../responses.server'
import type { Following } from './follow.server'

/** The page on which a family answers a draft plan, in words. */
export interface ReplyView extends FormView {
  readonly back: { readonly text: string; readonly href: string }
}

const [replyPage] = draftPlanReply.sections[0]?.pages as readonly [Page]

/** Where what is being typed about the draft of an application is kept until it is said. */
export const typingAt = (reference: string): PageSave => ({ reference, page: replyPage.id, base: 0 })

/** What was posted on the page, checked. */
export const readReply = (posted: URLSearchParams): PageReading => readPage(replyPage.questions, (name) => posted.getAll(name), {}, draftPlanReply.needs)

/** What was posted and not recorded: it could not be saved now, or something is wrong with it. */
export interface Again {
  readonly posted: URLSearchParams
  readonly unsaved?: Unsaved
}

/**
 * Whether a draft plan can be answered now. Only the family does.
 * @throws Response for anybody else
 */
export async function isOpen(context: Context, open: Following): Promise<boolean> {
  const { services } = context
  if ((await viewerFor(services, open.actor, open.form, open)) !== 'family') throw refusal(context, 404, 'not-found')
  const today = services.clock.today()
  const next = { id: '', fact: 'comments-received', on: today, by: '', details: {} } as const
  return canFollow(open.facts, next, today) === true
}

export async function replyViewOf(context: Context, open: Following, { posted, unsaved }: Partial<Again> = {}): Promise<ReplyView> {
  const { services, visit } = context
  const { words } = visit
  const said = wordsOf(draftPlanReply, words, open.name)
  const { title, intro, why } = said.page(replyPage)
  const { questions } = replyPage
  const kept = await unfinishedOn(services, open.actor, open, replyPage.id, questions)
  const problems = posted && !unsaved ? problemWords(said, questions, readReply(posted).problems) : []
  const say = (key: string) => words.text(`account:reply.${key}`)
  const common = (key: string, values?: Record<string, string>) => words.text(`common:${key}`, values)
  const ofUnsaved = (key: string) => words.text(`apply:unsaved.${unsaved?.code}.${key}`, { button: say('send') })
  const typedIn = (each: Question) => (posted ? typedOf(each, (name) => posted.getAll(name)) : (kept.typing?.typed[each.id] ?? {}))
  return {
    title: titleOf(context, title, problems.length > 0 || unsaved !== undefined),
    heading: title,
    ...(intro && { intro }),
    back: { text: say('back'), href: `/applications/${open.reference}` },
    questions: questions.map((each) => questionViewOf(each, said, draftPlanReply.needs)),
    typed: Object.fromEntries(questions.map((each) => [each.id, typedIn(each)])),
    unsaved: unsaved ? { heading: ofUnsaved('heading'), body: ofUnsaved('body') } : null,
    problems: { title: common('problem'), list: problems },
    notes: kept.typing && !posted ? [say('kept')] : [],
    why: { summary: words.text('apply:page.why'), text: why, sees: words.text('apply:page.sees.council') },
    hidden: { csrf: visit.csrf(), key: posted?.get('key') ?? randomUUID() },
    words: { continue: say('send'), errorTitle: titleOf(context, title, true), important: common('important'), notSaved: common('notSaved'), tooMuch: common('tooMuch') },
    savedLine: kept.typing ? common('savedAt', { time: words.time(kept.typedAt) }) : '',
    session: sessionLimitOf(context),
    needs: draftPlanReply.needs,
    known: {},
  }
}

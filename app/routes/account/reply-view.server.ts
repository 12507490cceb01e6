import { randomUUID } from 'node:crypto'
import { viewerFor } from '~/applications/viewer'
import { canFollow } from '~/applications/can-follow'
import { refusal, type Context } from '~/context.server'
import type { Page } from '~/engine/form'
import { problemWords, wordsOf } from '~/engine/naming'
import { readPage, typedOf, type PageReading } from '~/engine/read-page'
import type { Typed } from '~/engine/kind'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { questionViewOf, type QuestionView } from '~/questions/view'
import { titleOf, type Unsaved } from '../responses.server'
import type { Following } from './follow.server'

/** The page on which a family answers a draft plan, in words. */
export interface ReplyView {
  readonly title: string
  readonly heading: string
  readonly intro: string
  readonly back: { readonly text: string; readonly href: string }
  readonly questions: readonly QuestionView[]
  readonly typed: Readonly<Record<string, Typed>>
  /** Nothing was recorded, and why. */
  readonly unsaved: { readonly important: string; readonly heading: string; readonly body: string } | null
  readonly problems: { readonly title: string; readonly list: readonly { readonly question: string; readonly box: string; readonly text: string }[] }
  readonly why: { readonly summary: string; readonly text: string; readonly sees: string }
  readonly send: string
  readonly csrf: string
  readonly key: string
}

export const [replyPage] = draftPlanReply.sections[0]?.pages as readonly [Page]

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

export function replyViewOf(context: Context, open: Following, { posted, unsaved }: Partial<Again> = {}): ReplyView {
  const { words, csrf } = context.visit
  const said = wordsOf(draftPlanReply, words, open.name)
  const { title, intro = '', why } = said.page(replyPage)
  const { questions } = replyPage
  const list = posted && !unsaved ? problemWords(said, questions, readReply(posted).problems) : []
  const say = (key: string) => words.text(`account:reply.${key}`)
  return {
    title: titleOf(context, title, list.length > 0 || unsaved !== undefined),
    heading: title,
    intro,
    back: { text: say('back'), href: `/applications/${open.reference}` },
    questions: questions.map((each) => questionViewOf(each, said, draftPlanReply.needs)),
    typed: Object.fromEntries(questions.map((each) => [each.id, posted ? typedOf(each, (name) => posted.getAll(name)) : {}])),
    unsaved: unsaved ? { important: words.text('common:important'), heading: words.text(`apply:unsaved.${unsaved.code}.heading`), body: words.text(`apply:unsaved.${unsaved.code}.body`, { button: say('send') }) } : null,
    problems: { title: words.text('common:problem'), list },
    why: { summary: words.text('apply:page.why'), text: why, sees: words.text('apply:page.sees.council') },
    send: say('send'),
    csrf,
    key: posted?.get('key') ?? randomUUID(),
  }
}

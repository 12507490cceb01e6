import { dueIn, toldBy } from '~/applications/copies'
import { GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { uploadsOf } from '~/applications/open-upload'
import { storyOf } from '~/applications/facts/story'
import { safeEmailOf } from '~/applications/notices'
import { closedBy, receivedAs } from '~/applications/standing'
import { viewerFor } from '~/applications/viewer'
import type { Context } from '~/context.server'
import { nextOf } from '~/engine/copy-view'
import { papersSection } from '../listed-papers.server'
import { titleOf } from '../responses.server'
import type { Applying } from './apply.server'

/** The receipt for what was sent last on the form, in words; undefined while nothing is. */
export async function sentViewOf(context: Context, open: Applying) {
  const { store } = context.services
  const { words, actor } = context.visit
  const facts = await store.facts(open.actor, open.application.id)
  const received = receivedAs(facts)
  const [round] = storyOf(facts).rounds
  if (!received) return undefined
  const closed = closedBy(facts)
  const copies = await store.sent(open.actor, open.application.id)
  const last = copies.findLastIndex(({ summary }) => summary.form === open.form.id)
  const sent = copies[last]
  const viewer = await viewerFor(context.services, open.actor, open.form, open)
  const told = toldBy(viewer, facts)
  const isAnswer = told.by === 'answer'
  const next = nextOf({ ...(round && { due: dueIn(round) }), ...told }, words)
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:sent.${key}`, values)
  const heading = say(sent && sent.fact !== received.id ? 'headingChanges' : isAnswer ? 'headingAnswer' : 'heading')
  const listed = papersSection(context.services, (await uploadsOf(context.services, open.actor, open.reference)).uploads, words, 'family')
  const base = `/applications/${open.reference}`
  const copy = last > 0 ? `?copy=${last + 1}` : ''
  return {
    title: titleOf(context, heading),
    isCalm: open.form.calm !== undefined,
    heading,
    panel: say('panel'),
    reference: open.reference,
    next: closed ? null : (next ?? null),
    email: safeEmailOf(open.form, open.journey) ? say('email') : say('noEmail'),
    keep: {
      heading: say('keep'),
      links: [
        { href: `${base}/copy.pdf${copy}`, text: say('pdf') },
        { href: `${base}/print${copy}`, text: say('print') },
      ],
      checkCode: say('checkCode', { name: words.text('paper:copy.hash'), start: (sent?.hash ?? '').slice(0, 16) }),
      help: say('checkCodeHelp'),
    },
    follow: { href: base, text: say(isAnswer ? 'followAnswer' : 'follow') },
    account: actor?.role === 'person' ? null : { href: open.path('save'), text: say('account'), help: say('guest', { days: String(GUEST_DRAFT_DAYS) }) },
    listed: listed ? [listed] : [],
    words: { change: words.text('common:change'), blank: words.text('common:noAnswer') },
    papers: { href: `${base}/papers`, text: say('papers') },
    more: closed ? [] : [{ href: open.path(), text: say('more') }],
  }
}

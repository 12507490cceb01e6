import { asksForSelf, ownKey, timelineViewOf, type TimelineView, type Viewer } from '~/applications/timeline-view'
import { viewerFor } from '~/applications/viewer'
import type { Context } from '~/context.server'
import type timeline from '../../../locales/en/timeline.json'
import type { HelpLine } from '../pages/help-lines'
import type { Following } from './follow.server'
import { unhappyLines } from './timeline-places.server'

/** What the page of an application says, and its PDF as well. */
export interface TimelinePage {
  readonly viewer: Viewer
  readonly view: TimelineView
  /** The day on which it stands so, and whose paper it is: for what is printed. */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly rights: (typeof timeline)['rights'] | null
  readonly unhappy: { readonly heading: string; readonly text: string; readonly lines: readonly HelpLine[] } | null
}

export async function timelinePageOf(context: Context, open: Following): Promise<TimelinePage> {
  const { words } = context.visit
  const { council } = context.config
  const today = context.services.clock.today()
  const viewer = await viewerFor(context.services, open.actor, open.form, open)
  const reader = { viewer, isSelf: asksForSelf(open.form, open.journey), words }
  const view = timelineViewOf({ ...reader, facts: open.facts, name: open.name, today })
  const say = (key: string) => words.text(`paper:timeline.${key}`)
  return {
    viewer,
    view,
    facts: [
      { name: say('reference'), value: open.reference },
      { name: say('council'), value: council.name },
      { name: say('phone'), value: council.phone },
      { name: say('on'), value: words.date(today) },
    ],
    rights: viewer === 'family' && !view.isBereaved ? words.tree<(typeof timeline)['rights']>(ownKey(reader, 'rights'), { name: open.name }) : null,
    unhappy: view.isBereaved ? null : { ...words.tree<(typeof timeline)['unhappy']>('timeline:unhappy'), lines: unhappyLines(context, viewer) },
  }
}

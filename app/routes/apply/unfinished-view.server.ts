import { unfinishedScreens } from '~/applications/unfinished'
import type { Context } from '~/context.server'
import type { Page } from '~/engine/form'
import { isClosed, type Applying } from './apply.server'
import { screenWordsOf } from './items.server'
import type { UnfinishedView } from './unfinished-typing'

/**
 * The pages with something typed on them that is not saved as an answer, each as a link.
 * @param list only pages of the items of this list
 */
export async function unfinishedViewOf({ services }: Pick<Context, 'services'>, open: Applying, from: { readonly from?: string } = {}, list?: Page): Promise<UnfinishedView> {
  const { words } = open.said
  const screens = await unfinishedScreens(services, open.actor, open.form, open)
  return {
    heading: words.text(`apply:unfinished.${(await isClosed({ services }, open)) ? 'closed' : 'open'}`),
    list: screens
      .filter(({ screen }) => !list || screen.list === list)
      .map(({ screen, item }) => {
        const { title, ofItem } = screenWordsOf(open, screen, item)
        return {
          text: ofItem ? words.text('apply:page.ofItem', { item: ofItem, heading: title }) : title,
          href: open.path(screen.page.id, { ...(item && { item }), ...from }),
        }
      }),
  }
}

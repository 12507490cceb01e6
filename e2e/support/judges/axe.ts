import type axeCore from 'axe-core'
import type { Page } from 'playwright/test'
import type { Fault } from './fault'
import { inWindow } from './window'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Deque's axe-core: WCAG 2.2 A and AA, and its best practices. */
export const axe = async (page: Page, within = 'html'): Promise<Fault[]> =>
  (await inWindow(page)).evaluate(
    async ([within, tags]) => {
      const { axe } = window as unknown as { axe: typeof axeCore }
      const { violations } = await axe.run(within, { runOnly: tags, resultTypes: ['violations'] })
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => ({ judge: 'axe', rule: id, where: target.join(' '), help })))
    },
    [within, tags] as const,
  )

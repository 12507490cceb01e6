import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import type { Fault } from './fault'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Deque's axe-core: WCAG 2.2 A and AA, and its best practices. */
export const axe = async (page: Page, within = 'html'): Promise<Fault[]> => {
  // Put in once a document: it takes longer than a look.
  const isThere = await page.evaluate(() => 'axe' in window)
  // Legacy mode works in this page alone; the other way opens a second page for each run, for frames of other origins, which we have none of.
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode().include(within).withTags(tags).analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => ({ judge: 'axe', rule: violation.id, where: node.target.join(' '), help: violation.help })),
  )
}

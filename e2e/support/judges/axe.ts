import AxeBuilder from '@axe-core/playwright'
import type { Judge } from './fault'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Deque's axe-core: WCAG 2.2 A and AA, and its best practices. */
export const axe: Judge = async (page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => ({ judge: 'axe', rule: violation.id, where: node.target.join(' '), help: violation.help })),
  )
}

import type { Page } from 'playwright/test'
import type { Fault } from './fault'
import { inWindow } from './window'

type Result = { ruleId: string; value: [string, string]; path: { dom: string }; message: string }
type Checker = { check(root: Node, policies: string[]): Promise<{ results: Result[] }> }

/** IBM's engine, a rule set written apart from axe. Only what it calls a violation, not what a person should look at. */
export const ibm = async (page: Page, within?: string): Promise<Fault[]> => {
  const window = await inWindow(page)
  const results = await window.evaluate(async (within) => {
    const checker = (globalThis as unknown as { ace: Checker }).ace
    const report = await checker.check((within && document.querySelector(within)) || document, ['IBM_Accessibility', 'WCAG_2_2'])
    return report.results
      .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL')
      .map(({ ruleId, path, message }) => ({ ruleId, dom: path.dom, message }))
  }, within)
  return results.map(({ ruleId, dom, message }) => ({ judge: 'ibm', rule: ruleId, where: dom, help: message }))
}

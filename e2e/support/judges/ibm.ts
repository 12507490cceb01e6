import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright/test'
import { withEngine } from './engine'
import type { Fault } from './fault'

type Result = { ruleId: string; value: [string, string]; path: { dom: string }; message: string }
type Checker = { check(root: Node, policies: string[]): Promise<{ results: Result[] }> }

const engine = createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js')
// One checker a document: making it takes longer than a look.
const program = readFile(engine, 'utf8').then((source) => `${source}; window.ace = new ace.Checker()`)

/** IBM's engine, a rule set written apart from axe. Only what it calls a violation, not what a person should look at. */
export const ibm = async (page: Page, within?: string): Promise<Fault[]> => {
  await withEngine(page, 'ace', await program)
  const results = await page.evaluate(async (within) => {
    const checker = (window as unknown as { ace: Checker }).ace
    const report = await checker.check((within && document.querySelector(within)) || document, ['IBM_Accessibility', 'WCAG_2_2'])
    return report.results
      .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL')
      .map(({ ruleId, path, message }) => ({ ruleId, dom: path.dom, message }))
  }, within)
  return results.map(({ ruleId, dom, message }) => ({ judge: 'ibm', rule: ruleId, where: dom, help: message }))
}

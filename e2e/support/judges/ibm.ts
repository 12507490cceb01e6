import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Judge } from './fault'

type Result = { ruleId: string; value: [string, string]; path: { dom: string }; message: string }
type Ace = { Checker: new () => { check(document: Document, policies: string[]): Promise<{ results: Result[] }> } }

const source = readFile(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8')

/** IBM's engine, a rule set written apart from axe. Only what it calls a violation, not what a person should look at. */
export const ibm: Judge = async (page) => {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(`${await source}; window.ace = ace`)
  const results = await page.evaluate(async () => {
    const { Checker } = (window as unknown as { ace: Ace }).ace
    const report = await new Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2'])
    return report.results
      .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL')
      .map(({ ruleId, path, message }) => ({ ruleId, dom: path.dom, message }))
  })
  return results.map(({ ruleId, dom, message }) => ({ judge: 'ibm', rule: ruleId, where: dom, help: message }))
}

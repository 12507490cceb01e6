import type { Page } from 'playwright/test'

/** Puts an engine's program into the page once: into the document that is open, and into every one that the page opens after it. */
export const withEngine = async (page: Page, name: 'axe' | 'ace', program: string): Promise<void> => {
  if (await page.evaluate((name) => name in window, name)) return
  await page.addInitScript(program)
  await page.evaluate(program)
}

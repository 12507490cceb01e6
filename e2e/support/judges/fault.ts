import type { Page } from 'playwright/test'

/** One thing that a judge holds against a page. */
export type Fault = {
  /** Which judge: 'axe', 'ibm', 'html', 'target-size'… */
  readonly judge: string
  /** The judge's own name of the rule. */
  readonly rule: string
  /** Where on the page: a selector, a heading's words or a line of HTML. */
  readonly where: string
  /** What is wrong, in a sentence. */
  readonly help: string
}

/** Looks at a page as it is now, leaves it as it was, and answers with every fault it finds. */
export type Judge = (page: Page) => Promise<Fault[]>

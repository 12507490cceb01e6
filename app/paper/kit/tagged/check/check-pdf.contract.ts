import { readForChecking, type Checked, type Rule } from './checked.contract'
import { documentRules } from './document-rules.contract'
import { elementRules } from './element-rules.contract'
import { annotationRules, fontRules, pageRules } from './page-rules.contract'
import { isMark, type Element } from './structure.contract'

/** A line of a file, as readers that do not see the page are told it. */
export interface Line {
  /** The types of the elements around it, the outermost first: `L/LI/Lbl`. */
  readonly path: string
  readonly text: string
}

export interface CheckedPdf {
  /** What is wrong, a sentence each, with the name of its rule. None in a sound file. */
  readonly faults: readonly string[]
  /** What it says, in the order of reading, without what stands on every page. */
  readonly lines: readonly Line[]
  readonly headings: readonly { readonly level: number; readonly text: string }[]
}

/**
 * Checks the structure of a PDF against PDF/UA-1 (ISO 14289-1) and what a careful reader would add: some sixty rules, fast enough
 * for every test. It does not see the page: whether words overlap, contrast, or alt is true, others must judge.
 */
export async function checkPdf(bytes: Uint8Array): Promise<CheckedPdf> {
  const checked = await readForChecking(bytes)
  const { pdf, structure, pages, headings } = checked
  const annotations = pages.flatMap((page) => page.annotations.map((annotation) => ({ page, annotation })))
  const fonts = [...new Set(pages.flatMap((page) => [...page.fonts]))]
  const faults = [
    ...broken(documentRules, [pdf], checked),
    ...broken(elementRules, structure.elements, checked),
    ...broken(pageRules, pages, checked),
    ...broken(annotationRules, annotations, checked),
    ...broken(fontRules, fonts, checked),
  ]
  return { faults, headings, lines: structure.top.flatMap((element) => linesOf(element, '', checked)) }
}

const broken = <Thing>(rules: readonly Rule<Thing>[], things: readonly Thing[], checked: Checked): string[] =>
  rules.filter(([, , isBroken]) => things.some((thing) => isBroken(thing, checked))).map(([name, says]) => `${name}: ${says}`)

function linesOf(element: Element, above: string, checked: Checked): Line[] {
  const path = element.parent ? `${above}${above && '/'}${element.named}` : ''
  const text = element.kids.some(isMark) ? [{ path, text: checked.textOf(element) }] : []
  return [...text, ...(text.length > 0 ? [] : element.elements.flatMap((inner) => linesOf(inner, path, checked)))]
}

export const ruleNames: readonly string[] = [...documentRules, ...elementRules, ...pageRules, ...annotationRules, ...fontRules].map(([name]) => name)

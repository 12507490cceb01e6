import { PdfObjects } from './pdf-objects.contract'
import { pagesOf, type Page } from './pages.contract'
import { isMark, Structure, type Element, type Mark } from './structure.contract'

/** A file that is checked, read once for all rules. */
export interface Checked {
  readonly pdf: PdfObjects
  readonly structure: Structure
  readonly pages: readonly Page[]
  /** The headings, in order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  /** The elements that claim a mark; a sound file has one for each. */
  ownersOf(page: number, mcid: number): readonly Element[]
  textOf(element: Element): string
}

/** A rule: its name (that of the Matterhorn Protocol 1.1, where it is one of those), what is said where it is broken, and whether it is. */
export type Rule<Thing> = readonly [name: string, says: string, isBroken: (thing: Thing, checked: Checked) => boolean]

export async function readForChecking(bytes: Uint8Array): Promise<Checked> {
  const pdf = await PdfObjects.open(bytes)
  const structure = new Structure(pdf)
  const pages = pagesOf(pdf)
  const owners = new Map<string, Element[]>()
  for (const element of structure.elements) {
    for (const { page, mcid } of element.marks) owners.set(`${page}:${mcid}`, [...(owners.get(`${page}:${mcid}`) ?? []), element])
  }
  const textOfMark = ({ page, mcid }: Mark) => pages[page ?? -1]?.stretches.find((stretch) => stretch.mcid === mcid)?.text ?? ''
  const textOf = (element: Element): string => element.kids.map((kid) => (isMark(kid) ? textOfMark(kid) : textOf(kid))).join('')
  return {
    pdf,
    structure,
    pages,
    headings: structure.elements.flatMap((element) => (/^H[1-6]$/.test(element.type ?? '') ? [{ level: Number(element.type?.[1]), text: textOf(element).trim() }] : [])),
    ownersOf: (page, mcid) => owners.get(`${page}:${mcid}`) ?? [],
    textOf,
  }
}

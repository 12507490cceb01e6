// The roles of the parts of a page, in the names of ISO 32000-1 (14.8.4), for readers that do not see the page.

interface Common {
  /** The part that holds this one, where no node around it does: what a list holds may then flow as if there were no list. */
  readonly within?: Tag | undefined
  /** The language of the part, where it is not the document's (BCP 47). */
  readonly lang?: string | undefined
}

type Named<Type extends string, Facts = object> = Common & Facts & { readonly type: Type }
interface Spans {
  readonly colSpan?: number
  readonly rowSpan?: number
}

/** What text may be. */
export type TextTag = Named<'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P' | 'BlockQuote' | 'Caption' | 'Lbl' | 'LBody'> | CellTag
/** The scope of a header is what it is about: its column, if it does not say otherwise. */
type CellTag = Named<'TD', Spans> | Named<'TH', Spans & { readonly scope?: 'Row' | 'Column' | 'Both' }>

/** What holds other parts. */
export type GroupTag =
  | Named<'Part' | 'Sect' | 'Div' | 'BlockQuote' | 'LI' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR'>
  | Named<'L', { readonly numbering?: 'None' | 'Disc' | 'Circle' | 'Square' | 'Decimal' | 'UpperRoman' | 'LowerRoman' | 'UpperAlpha' | 'LowerAlpha' }>
  | CellTag

/** A picture, with the words that say what it shows. */
export type FigureTag = Named<'Figure', { readonly alt: string }>

/**
 * A field to fill in, with the words that ask for it. Boxes to tick of one name are a group, of which one can be ticked: `group` says
 * what they ask together.
 */
export type FieldTag = Named<'Form', { readonly label: string; readonly group?: string | undefined; readonly isRequired?: boolean }>

/** A link around whole parts. A link inside a text needs no tag. */
export type LinkTag = Named<'Link'>

/** What says nothing: rules, backgrounds, and what stands on every page. */
export type ArtifactTag = Named<'Artifact'>

/**
 * A tag is one object for one part: its identity, which layout keeps, joins the pieces of a part that is split over pages. So make
 * a new one for each part.
 */
export type Tag = TextTag | GroupTag | FigureTag | FieldTag | LinkTag | ArtifactTag

const TEXT_TYPES: ReadonlySet<string> = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'BlockQuote', 'Caption', 'Lbl', 'LBody', 'TD', 'TH'])

/** Whether a part with this tag may hold text itself. */
export const holdsText = (tag: Tag): boolean => TEXT_TYPES.has(tag.type)

/** The level of a heading; undefined for what is none. */
export const headingLevelOf = ({ type }: Tag): number | undefined => (/^H[1-6]$/.test(type) ? Number(type[1]) : undefined)

/** The attributes of a part (ISO 32000-1, 14.8.5); undefined where its type says it all. */
export function attributesOf(tag: Tag): Record<string, unknown> | undefined {
  switch (tag.type) {
    case 'L':
      return { O: 'List', ListNumbering: tag.numbering ?? 'None' }
    case 'TH':
      return { O: 'Table', Scope: tag.scope ?? 'Column', ...spansOf(tag) }
    case 'TD':
      return tag.colSpan || tag.rowSpan ? { O: 'Table', ...spansOf(tag) } : undefined
    default:
      return undefined
  }
}

const spansOf = ({ colSpan, rowSpan }: Spans) => ({ ...(colSpan && { ColSpan: colSpan }), ...(rowSpan && { RowSpan: rowSpan }) })

/** The role of a part of a page, in the names of ISO 32000-1 (14.8.4), for readers that do not see the page. */
export type TagType = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Note' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect' | 'Artifact'

/**
 * A tag is one object for one part: its identity, which layout keeps, joins the pieces of a part that is split over pages.
 * `within` is the part that holds it. What holds is a matter of tags only: a box around a flow would hide from the layout
 * engine which of its pieces must stay together.
 */
export interface Tag {
  readonly type: TagType
  readonly within?: Tag | undefined
}

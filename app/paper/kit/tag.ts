/** The role of a part of a page, in the names of ISO 32000-1 (14.8.4), for readers that do not see the page. */
export type TagType = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Note' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect' | 'Artifact'

export interface Tag {
  readonly type: TagType
}

/** A fresh tag for one node: its identity, which layout keeps, joins the pieces of a node that is split over pages. */
export const tagged = (type: TagType): Tag => ({ type })

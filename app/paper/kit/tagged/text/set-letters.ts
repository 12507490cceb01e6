import type { Face, Glyph } from './faces'
import type { Drawing } from './font-subset'

/** Something drawn on a line, in parts of an em from where the line begins. */
export interface Mark {
  readonly left: number
  readonly drawing: Drawing
  /** Whether it only says something, and draws nothing. */
  readonly isHint: boolean
}

/** Letters of one font in the order of reading. */
export interface SetStretch {
  readonly face: Face
  readonly unitsPerEm: number
  readonly isFromRight: boolean
  readonly marks: readonly Mark[]
}

/** A paragraph whose parts can be set on lines of a width, in parts of an em. */
export interface Settable {
  readonly isFromRight: boolean
  setLine(start: number, end: number, width: number): readonly SetStretch[]
}

/** A letter of a paragraph that a typesetter has measured for the layout engine. */
export interface SetLetter extends Glyph {
  readonly paragraph: Settable
  readonly start: number
  readonly end: number
  /** How far the baseline is below the top of its line, in parts of an em; undefined where the layout engine may decide. */
  readonly ascent: number | undefined
}

export const isSetLetter = (glyph: Glyph): glyph is SetLetter => 'paragraph' in glyph

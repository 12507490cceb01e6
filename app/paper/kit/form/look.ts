import { createContext, useContext } from 'react'
import { StyleSheet } from '@react-pdf/renderer'
import { fontFamily } from '../fonts'

// How a form to fill in looks. Sizes are points. The layout engine needs lineHeight in the same style as its fontSize, never on the page.

export type Size = 'ordinary' | 'large'

const ink = '#0b0c0c'
const quiet = '#484f54'
/** Box edges: 3 to 1 or more against white (WCAG 1.4.11). */
export const edge = '#505a5f'
/** Lines to write on. */
export const rule = '#b1b4b6'
const regular = { fontFamily, fontWeight: 400, color: ink } as const
const bold = { fontFamily, fontWeight: 700, color: ink } as const
const A4 = 595.28

/** In large print nothing is smaller than 18 points (UK Association for Accessible Formats). */
const text = {
  ordinary: { body: 11, label: 11.5, small: 9.5, h1: 25, h2: 17, h3: 13 },
  large: { body: 18, label: 18, small: 18, h1: 32, h2: 25, h3: 21 },
} as const

/** A line to write on is at least 8 mm high; a box to tick is 5 mm wide, or 7. */
const shapes = {
  ordinary: { line: 23, tick: 14, cell: 19, gutter: 32, side: 52, top: 54, bottom: 52, gap: 13 },
  large: { line: 33, tick: 20, cell: 27, gutter: 54, side: 42, top: 76, bottom: 72, gap: 20 },
} as const

export interface Look {
  readonly size: Size
  /** Boxes are fields that are typed in. */
  readonly isFillable: boolean
  readonly type: Readonly<Record<keyof (typeof text)['ordinary'], number>>
  readonly shape: Readonly<Record<keyof (typeof shapes)['ordinary'], number>>
  /** Lines that a box has beyond its own, since the page has room. */
  readonly moreLines: number
  /** The width beside the numbers of the questions. */
  readonly width: number
  readonly styles: ReturnType<typeof stylesOf>
}

/** The look of a form in one size. */
export function lookOf(size: Size, isFillable: boolean): Look {
  const [type, shape] = [text[size], shapes[size]]
  return { size, isFillable, moreLines: 0, type, shape, width: A4 - 2 * shape.side - shape.gutter, styles: stylesOf(type, shape) }
}

const LookOf = createContext<Look>(lookOf('ordinary', false))
export const LookProvider = LookOf.Provider
export const useLook = (): Look => useContext(LookOf)

function stylesOf(type: Look['type'], shape: Look['shape']) {
  const tight = 1.3
  return StyleSheet.create({
    page: { paddingTop: shape.top, paddingBottom: shape.bottom, paddingHorizontal: shape.side },
    h1: { ...bold, fontSize: type.h1, lineHeight: 1.2, marginBottom: 8 },
    lead: { ...regular, color: quiet, fontSize: type.label, lineHeight: 1.4, marginBottom: 10 },
    h2: { ...bold, fontSize: type.h2, lineHeight: 1.25 },
    h3: { ...bold, fontSize: type.h3, lineHeight: 1.3 },
    body: { ...regular, fontSize: type.body, lineHeight: 1.4, marginBottom: 5 },
    strong: { ...bold, fontSize: type.body, lineHeight: 1.4 },
    cell: { ...regular, fontSize: type.body, lineHeight: 1.4 },
    numbers: { ...bold, fontSize: type.small, lineHeight: 1.4 },
    quiet: { ...regular, color: quiet, fontSize: type.small, lineHeight: 1.4 },
    number: { ...bold, fontSize: type.label, lineHeight: tight },
    label: { ...bold, fontSize: type.label, lineHeight: tight },
    hint: { ...regular, color: quiet, fontSize: type.small, lineHeight: 1.4, marginTop: 2 },
    need: { ...bold, fontSize: type.small, lineHeight: 1.4, marginTop: 2 },
    onlyIf: { ...bold, fontSize: type.body, lineHeight: 1.4 },
    option: { ...regular, fontSize: type.body, lineHeight: tight },
    part: { ...regular, fontSize: type.small, lineHeight: tight },
    sectionHead: { borderTopWidth: 2, borderTopColor: ink, paddingTop: 8, marginTop: 8, marginBottom: shape.gap },
    groupHead: { marginTop: 4, marginBottom: 8 },
    passageHead: { marginTop: shape.gap * 0.8, marginBottom: 4 },
    conditional: { borderColor: rule },
    header: { position: 'absolute', top: shape.top / 2 - 6, left: shape.side, right: shape.side, justifyContent: 'space-between' },
    footer: { position: 'absolute', bottom: shape.bottom / 2 - 12, left: shape.side, right: shape.side, justifyContent: 'space-between' },
    furniture: { ...regular, color: quiet, fontSize: type.small, lineHeight: 1.4 },
  })
}

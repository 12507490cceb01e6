import { useContext, type ReactNode } from 'react'
import { DirectionOf, useHolder } from '../parts'
import { Checkbox, TextInput, View } from '../tagged'
import { Drawing, type Extent, type Pen } from './drawing'
import { useLook, type Look } from './look'

// Boxes on paper; in a form that is typed in, fields in the same places.

/** A place to write, as a program knows it: the name of its field, and the words that a screen reader says. */
export interface Place {
  readonly name: string
  readonly label: string
  readonly isRequired?: boolean
}

export type BoxWidth = 'short' | 'medium' | 'full'
const parts: Readonly<Record<BoxWidth, number>> = { short: 0.34, medium: 0.62, full: 1 }

const useStart = () => (useContext(DirectionOf) === 'rtl' ? 'flex-end' : 'flex-start')

interface WritingBox extends Place {
  readonly lines?: number
  /** Part of the width there is, or points. */
  readonly width?: BoxWidth | number
  readonly maxLength?: number | undefined
  /** It takes what room is left on the page. */
  readonly grows?: boolean
}

/** A box to write in: a line, or several with rules between them. */
export function WritingBox({ lines: least = 1, width = 'full', maxLength, grows = false, ...place }: WritingBox) {
  const { shape, isFillable, width: whole, moreLines } = useLook()
  const lines = least + (grows ? moreLines : 0)
  const rules = isFillable ? 0 : lines - 1
  const size = { width: typeof width === 'number' ? width : whole * parts[width], height: lines * shape.line }
  return (
    <Outline {...size} draw={(pen) => Array.from({ length: rules }, (_, index) => pen.rule((index + 1) * shape.line))}>
      {isFillable && <TypedField {...place} {...size} isMultiline={lines > 1} maxLength={maxLength} />}
    </Outline>
  )
}

/** How wide a comb is. */
export const combWidth = (groups: readonly number[], { cell }: Look['shape']): number => groups.reduce((sum, size) => sum + size * cell, ((groups.length - 1) * cell) / 2)

/** One letter or number a cell, in groups as people read them out. Always from the left. */
export function Comb({ groups, maxLength, ...place }: Place & { readonly groups: readonly number[]; readonly maxLength?: number }) {
  const { shape, isFillable } = useLook()
  const gap = shape.cell / 2
  const size = { width: combWidth(groups, shape), height: shape.line }
  if (isFillable) {
    return (
      <Outline {...size}>
        <TypedField {...place} {...size} maxLength={maxLength} />
      </Outline>
    )
  }
  let left = 0
  const starts = groups.map((count) => {
    const start = left
    left += count * shape.cell + gap
    return { start, count }
  })
  return <Drawing {...size} style={{ marginTop: 6 }} draw={(pen) => starts.forEach(({ start, count }) => pen.cells(start, count, shape.cell))} />
}

/** A box to tick. In a group, boxes of one name with different values are one answer: ticking one clears the others. */
export interface Tickable extends Place {
  readonly value: string
  /** What the boxes of the group ask together. */
  readonly group?: string
}

export function TickBox({ value, name, ...words }: Tickable) {
  const { shape, isFillable } = useLook()
  const tag = { type: 'Form', ...words, within: useHolder() } as const
  const side = shape.tick
  return (
    <View style={{ width: side, height: side, flexShrink: 0 }}>
      <Drawing width={side} height={side} style={{ position: 'absolute', top: 0, left: 0 }} draw={(pen) => pen.edge()} />
      {isFillable && <Checkbox tag={tag} name={name} onState={value} style={{ width: side, height: side }} />}
    </View>
  )
}

/** An edge with something in it. */
function Outline({ width, height, draw, children }: Extent & { readonly draw?: (pen: Pen) => unknown; readonly children?: ReactNode }) {
  return (
    <View style={{ width, height, marginTop: 6, alignSelf: useStart() }}>
      <Drawing
        width={width}
        height={height}
        style={{ position: 'absolute', top: 0, left: 0 }}
        draw={(pen) => {
          draw?.(pen)
          pen.edge()
        }}
      />
      {children}
    </View>
  )
}

function TypedField({ name, label, isRequired, width, height, isMultiline = false, maxLength }: Place & Extent & { readonly isMultiline?: boolean; readonly maxLength?: number | undefined }) {
  const { type } = useLook()
  const tag = { type: 'Form', label, within: useHolder(), ...(isRequired && { isRequired }) } as const
  return <TextInput tag={tag} name={name} multiline={isMultiline} style={{ width, height }} fontSize={type.body} {...(maxLength !== undefined && { maxLength })} />
}

import type { ComponentProps } from 'react'
import { Canvas } from '../tagged'
import { edge, rule } from './look'

export interface Extent {
  readonly width: number
  readonly height: number
}

/** What boxes are drawn with, from the top left of the drawing. */
export interface Pen {
  /** Around the whole drawing. */
  edge(): void
  /** A thin line from side to side, to write on. */
  rule(down: number): void
  /** Cells side by side. */
  cells(left: number, count: number, width: number): void
}

type CanvasProps = ComponentProps<typeof Canvas>
type Painter = Parameters<CanvasProps['paint']>[0]

const EDGE = 1
const RULE = 0.5

/** Lines that say nothing to whoever does not see them: one drawing for all the lines of a box. */
export const Drawing = ({ width, height, style, draw }: Extent & { readonly style: CanvasProps['style']; readonly draw: (pen: Pen) => unknown }) => (
  <Canvas
    tag={{ type: 'Artifact' }}
    style={{ ...style, width, height }}
    paint={(painter) => {
      draw(penOf(painter, { width, height }))
      return null
    }}
  />
)

const penOf = (painter: Painter, { width, height }: Extent): Pen => ({
  edge: () => void painter.lineWidth(EDGE).strokeColor(edge).rect(EDGE / 2, EDGE / 2, width - EDGE, height - EDGE).stroke(),
  rule: (down) => void painter.lineWidth(RULE).strokeColor(rule).moveTo(EDGE, down).lineTo(width - EDGE, down).stroke(),
  cells(left, count, cell) {
    painter.lineWidth(EDGE).strokeColor(edge)
    painter.rect(left + EDGE / 2, EDGE / 2, count * cell - EDGE, height - EDGE)
    for (let index = 1; index < count; index++) painter.moveTo(left + index * cell, EDGE).lineTo(left + index * cell, height - EDGE)
    painter.stroke()
  },
})

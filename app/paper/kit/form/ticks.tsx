import { Across, Held, Text } from '../parts'
import { View } from '../tagged'
import { TickBox, type Tickable } from './boxes'
import { useLook, type Look } from './look'

/** One answer that can be ticked. */
export interface Tick extends Tickable {
  readonly text: string
  readonly hint?: string | undefined
}

// A letter of this typeface is about half as wide as it is high.
const LETTER = 0.54
const GAP = 14
const GAP_IN_ROW = 24
const BESIDE_BOX = 7
/** From so many on, two columns are better even if a few answers then take two lines. */
const MANY = 7
const MOST_THAT_FIT = 0.75

/** Answers to tick: side by side where they fit in one row, else down one or two columns. */
export function Ticks({ ticks }: { readonly ticks: readonly Tick[] }) {
  const look = useLook()
  const isRow = fitsInRow(ticks, look)
  const columns = isRow ? ticks.length : columnsFor(ticks, look)
  const rows = Math.ceil(ticks.length / columns)
  const width = (look.width - GAP * (columns - 1)) / columns
  return (
    <Held as="L">
      <Across style={{ gap: isRow ? GAP_IN_ROW : GAP, marginTop: 6 }}>
        {Array.from({ length: columns }, (_, column) => (
          <View key={column} style={{ ...(!isRow && { width }), gap: look.shape.tick * 0.3 }}>
            {ticks.slice(column * rows, (column + 1) * rows).map((tick) => (
              <OneTick key={`${tick.name} ${tick.value}`} width={isRow ? undefined : width - look.shape.tick - BESIDE_BOX} {...tick} />
            ))}
          </View>
        ))}
      </Across>
    </Held>
  )
}

function OneTick({ text, hint, width, ...box }: Tick & { readonly width: number | undefined }) {
  const { styles } = useLook()
  return (
    <Held as="LI">
      <Held as="LBody">
        <Across style={{ gap: BESIDE_BOX }}>
          <TickBox {...box} />
          <View style={width === undefined ? {} : { width }}>
            <Text as="P" style={styles.option}>{text}</Text>
            {hint && <Text as="P" style={styles.part}>{hint}</Text>}
          </View>
        </Across>
      </Held>
    </Held>
  )
}

const widthOf = ({ text }: Tick, { type, shape }: Look) => shape.tick + BESIDE_BOX + text.length * type.body * LETTER

/** Whether short answers fit side by side. */
export const fitsInRow = (ticks: readonly Tick[], look: Look): boolean =>
  ticks.every(({ hint }) => !hint) && ticks.reduce((sum, tick) => sum + widthOf(tick, look) + GAP_IN_ROW, -GAP_IN_ROW) <= look.width

function columnsFor(ticks: readonly Tick[], look: Look): 1 | 2 {
  const fitting = ticks.filter((tick) => widthOf(tick, look) <= (look.width - GAP) / 2).length
  const isShort = ticks.every(({ hint }) => !hint)
  return isShort && fitting >= ticks.length * (ticks.length >= MANY ? MOST_THAT_FIT : 1) ? 2 : 1
}

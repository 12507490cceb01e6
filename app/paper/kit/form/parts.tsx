import { useContext, type ReactNode } from 'react'
import { Across, DirectionOf, Held, Text, wordsIn, type Line } from '../parts'
import { View } from '../tagged'
import { LookProvider, useLook } from './look'

type Words = { readonly children: string }
type Holding = { readonly children: ReactNode }

export const Title = ({ children }: Words) => <Text as="H1" style={useLook().styles.h1}>{children}</Text>
export const Lead = ({ children }: Words) => <Text as="P" style={useLook().styles.lead}>{children}</Text>
export const Paragraph = ({ children }: Words) => <Text as="P" style={useLook().styles.body}>{children}</Text>

/** The head of a part of the form: where we are, its name, and who sees it. */
export function PartHead({ place, title, note, isSmall = false }: { readonly place?: string; readonly title: string; readonly note?: string; readonly isSmall?: boolean }) {
  const { styles } = useLook()
  return (
    <View style={isSmall ? styles.passageHead : styles.sectionHead}>
      {place && <Text as="P" style={styles.quiet}>{place}</Text>}
      <Text as="H2" style={isSmall ? styles.h3 : styles.h2}>{title}</Text>
      {note && <Text as="P" style={styles.quiet}>{note}</Text>}
    </View>
  )
}

/** What several questions are about. */
export function GroupHead({ children, note, level }: Words & { readonly note?: string | undefined; readonly level: 3 | 4 }) {
  const { styles } = useLook()
  return (
    <View style={styles.groupHead}>
      <Text as={level === 3 ? 'H3' : 'H4'} style={level === 3 ? styles.h3 : styles.label}>{children}</Text>
      {note && <Text as="P" style={styles.quiet}>{note}</Text>}
    </View>
  )
}

/** When what follows is to be answered. */
export function OnlyIf({ children, help }: Words & { readonly help?: string | undefined }) {
  const { styles, shape } = useLook()
  return (
    <View style={{ marginBottom: shape.gap * 0.6 }}>
      <Text as="P" style={styles.onlyIf}>{children}</Text>
      {help && <Text as="P" style={styles.quiet}>{help}</Text>}
    </View>
  )
}

interface Asked {
  /** Left out where a question goes on. */
  readonly number?: string
  readonly label?: string
  readonly hints?: readonly (string | undefined)[]
  /** That we need an answer. */
  readonly need?: string | undefined
  /** Only some people answer it: a rule at its side joins it to the others of its kind. */
  readonly isConditional: boolean
  /** Its boxes stand beside its words, where there is room. */
  readonly isBeside?: boolean
  readonly children?: ReactNode
}

const filling = { flexGrow: 1, flexShrink: 1, flexBasis: 0 } as const
// The part of the width that boxes beside their words have.
const BESIDE = 0.6
const BESIDE_GAP = 14
/** The rule at the side of a question for some people only, and the space beside it. */
const BAR = 10

/** A question with its number and its boxes. */
export function Question({ number, label, hints = [], need, isConditional, isBeside = false, children }: Asked) {
  const look = useLook()
  const { styles, shape } = look
  const side = useContext(DirectionOf) === 'rtl' ? 'Right' : 'Left'
  const bar = isConditional && { ...styles.conditional, [`border${side}Width`]: 2, [`padding${side}`]: BAR - 2, [`margin${side}`]: -BAR, width: look.width + BAR }
  const words = (
    <>
      {label !== undefined && <Text as="P" style={styles.label}>{label}</Text>}
      {need && <Text as="P" style={styles.need}>{need}</Text>}
      {hints.map((hint) => hint && <Text key={hint} as="P" style={styles.hint}>{hint}</Text>)}
    </>
  )
  const width = look.width * BESIDE
  return (
    <Held as="Div">
      <Across style={{}}>
        <View style={{ width: shape.gutter, flexShrink: 0 }}>
          {number !== undefined && <Text as="P" style={styles.number}>{number}</Text>}
        </View>
        <View style={{ width: look.width, paddingBottom: shape.gap, ...bar }}>
          {isBeside && look.size === 'ordinary' ? (
            <Across style={{ gap: BESIDE_GAP }}>
              <View style={{ width: look.width - width - BESIDE_GAP }}>{words}</View>
              <LookProvider value={{ ...look, width }}>
                <View style={{ width }}>{children}</View>
              </LookProvider>
            </Across>
          ) : (
            <>
              {words}
              {children}
            </>
          )}
        </View>
      </Across>
    </Held>
  )
}

/** A small name above or beside a box. */
export const BoxName = ({ children }: Words) => <Text as="P" style={useLook().styles.part}>{children}</Text>

export const ROW_GAP = 16
/** Side by side. */
export const Row = ({ children }: Holding) => <Across style={{ gap: ROW_GAP }}>{children}</Across>

/** Items of a list, each with its sign. */
export const Bullets = ({ items }: { readonly items: readonly string[] }) => {
  const { styles } = useLook()
  return (
    <Held as="L">
      {items.map((item) => (
        <Held key={item} as="LI">
          <Across style={{ gap: 6 }}>
            <Text as="Lbl" style={styles.body}>•</Text>
            <View style={filling}>
              <Text as="LBody" style={styles.body}>{item}</Text>
            </View>
          </Across>
        </Held>
      ))}
    </Held>
  )
}

/** An item of a list: a short text, with the numbers it is about. */
export function Numbered({ number, text }: { readonly number: string; readonly text: string }) {
  const { styles, size } = useLook()
  return (
    <Held as="LI">
      <Across style={{ gap: 10, paddingBottom: 3 }}>
        <View style={{ width: size === 'large' ? 130 : 90, flexShrink: 0 }}>
          <Text as="Lbl" style={styles.numbers}>{number}</Text>
        </View>
        <View style={filling}>
          <Text as="LBody" style={styles.quiet}>{text}</Text>
        </View>
      </Across>
    </Held>
  )
}

/** Facts, each with its name: a table with row headers. */
export function Facts({ rows }: { readonly rows: readonly { readonly name: string; readonly lines: readonly Line[] }[] }) {
  const { styles, size } = useLook()
  return (
    <Held as="Table">
      {rows.map(({ name, lines }) => (
        <Held key={name} as="TR">
          <Across style={{ marginBottom: 6 }}>
            <View style={{ width: size === 'large' ? 130 : 96, flexShrink: 0 }}>
              <Text as="TH" style={styles.strong}>{name}</Text>
            </View>
            <Held as="TD">
              <View style={filling}>
                {lines.map(wordsIn).map((words) => (
                  <Text key={words.children} as="P" style={styles.cell} {...words} />
                ))}
              </View>
            </Held>
          </Across>
        </Held>
      ))}
    </Held>
  )
}

/** The top of every page, and its foot. The edition has the foot to itself: in large print it is as long as half the page. */
export function Furniture({ top, page, edition }: { readonly top: string; readonly page: string; readonly edition: string }) {
  const { styles } = useLook()
  return (
    <>
      <Across style={styles.header}>
        <Text as="P" style={styles.furniture}>{top}</Text>
        <Text as="P" style={styles.furniture}>{page}</Text>
      </Across>
      <Across style={styles.footer}>
        <Text as="P" style={styles.furniture}>{edition}</Text>
      </Across>
    </>
  )
}

import { createContext, useContext, type ComponentProps, type ReactNode } from 'react'
import { Link } from '@react-pdf/renderer'
import { directionOf, Text as TaggedText, View, type GroupTag, type Tag, type TextTag } from './tagged'
import { indent, theme } from './theme'

// Every part says its role with a tag. What holds is a matter of tags only (`within`): a box around a flow would hide from the
// layout engine which of its pieces must stay together.

type Style = Extract<ComponentProps<typeof View>['style'], { flexDirection?: unknown }>

export type Direction = 'ltr' | 'rtl'
/** Which way the language of a document is written. */
export const DirectionOf = createContext<Direction>('ltr')
const Holder = createContext<Tag | undefined>(undefined)
/** The part that holds what is drawn here. */
export const useHolder = (): Tag | undefined => useContext(Holder)
const IsIndented = createContext(false)

/** Room, in points, that must be left on the page below a heading: a question and a line. */
const AFTER_HEADING = 32
/** The same below the words that say where we are: the heading of the step and what follows. */
const AFTER_STEP = 60
// An answer of up to this many lines is not split. Of a longer one, these many stand below the question.
const WHOLE = 6
const FIRST_LINES = 3
const LINE = 16
const ARABIC_LINE = 28
const LETTERS_IN_A_LINE = 72
// Letters that take the room of two.
const WIDE = /[\p{Script=Han}\p{Script=Ethiopic}\u3000-\u303F\uFF00-\uFF60]/gu

const linesIn = (text: string) => Math.ceil((text.length + (text.match(WIDE)?.length ?? 0)) / LETTERS_IN_A_LINE)

/** A line of words; one with `href` leads there. */
export type Line = string | { readonly text: string; readonly href: string }
/** What a Text is given for a line. */
export const wordsIn = (line: Line) => (typeof line === 'string' ? { children: line } : { children: line.text, href: line.href })

type Words = { readonly children: string }
type Holding = { readonly children: ReactNode }

/** Parts that belong together, for readers that do not see the page. */
export function Held({ as, children }: Holding & { readonly as: GroupTag['type'] }) {
  return <Holder.Provider value={tagOf(as, useContext(Holder))}>{children}</Holder.Provider>
}

/** The same for a part whose pieces are drawn apart from each other. */
export const Within = ({ part, children }: Holding & { readonly part: Tag }) => <Holder.Provider value={part}>{children}</Holder.Provider>

/** A header of these tables says what its row is about. */
const tagOf = <Type extends GroupTag['type'] | TextTag['type']>(type: Type, within: Tag | undefined) => ({ type, within, ...(type === 'TH' && { scope: 'Row' as const }) })

interface Typeset extends Words {
  readonly as: TextTag['type']
  readonly style: Style
  readonly minPresenceAhead?: number
  /** Whether a person typed it. Its first letter decides its direction then, as with `dir="auto"` on a page: an answer in Arabic stands on the right. */
  readonly isTyped?: boolean
  /** Whether it stands beside its name, so on the side of the document, whichever way it is read. */
  readonly isBesideName?: boolean
  /** Where the words lead: never something that a person typed. */
  readonly href?: string
}

export function Text({ as, style, isTyped = false, isBesideName = false, href, children, ...rest }: Typeset) {
  const side = useContext(DirectionOf)
  const own = isTyped ? directionOf(children) : side
  const inset = useContext(IsIndented) ? { [side === 'rtl' ? 'marginRight' : 'marginLeft']: indent } : {}
  // A number without words, such as a telephone number, reads from left to right everywhere.
  const aligned = isBesideName ? side : (own ?? side)
  const placed = { ...inset, direction: own ?? 'ltr', textAlign: aligned === 'rtl' ? 'right' : 'left' } as const
  return <TaggedText {...rest} tag={tagOf(as, useContext(Holder))} style={{ ...style, ...placed }}>{href === undefined ? children : <Link src={href} style={theme.link}>{children}</Link>}</TaggedText>
}

/** Side by side, in the direction of reading. */
export function Across({ style, children }: Holding & { readonly style: Style }) {
  const flexDirection = useContext(DirectionOf) === 'rtl' ? 'row-reverse' : 'row'
  return <View style={{ ...style, flexDirection }} wrap={false}>{children}</View>
}

export const H1 = ({ children }: Words) => <Text as="H1" style={theme.h1}>{children}</Text>
export const H2 = ({ children }: Words) => <Text as="H2" style={theme.h2} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H3 = ({ children }: Words) => <Text as="H3" style={theme.h3} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H4 = ({ children }: Words) => <Text as="H4" style={theme.h4} minPresenceAhead={AFTER_HEADING}>{children}</Text>
/** The sentence below the title. */
export const Lead = ({ children }: Words) => <Text as="P" style={theme.lead}>{children}</Text>
export const P = ({ children }: Words) => <Text as="P" style={theme.paragraph}>{children}</Text>
/** Said smaller, about what stands above it. */
export const Note = ({ children }: Words) => <Text as="P" style={theme.note}>{children}</Text>

/** One step of a way: its heading, when it is, and what is said of it. `here` says that we are there. */
export const Step = ({ title, when, here, children }: { readonly title: string; readonly when: string; readonly here?: string | undefined; readonly children?: ReactNode }) => (
  <Held as="Sect">
    {here && <Text as="P" style={theme.here} minPresenceAhead={AFTER_STEP}>{here}</Text>}
    <Text as="H2" style={here ? theme.stepHere : theme.step} minPresenceAhead={AFTER_HEADING}>{title}</Text>
    <Text as="P" style={theme.stepWhen} {...(children ? { minPresenceAhead: AFTER_HEADING } : {})}>{when}</Text>
    <IsIndented.Provider value={true}>{children}</IsIndented.Provider>
  </Held>
)

/** A heading and what it heads. */
export const Section = ({ children }: Holding) => <Held as="Sect">{children}</Held>

/** One of several things of a kind: a heading and what it heads, set in from the side. */
export const Item = ({ children }: Holding) => (
  <Held as="Sect">
    <IsIndented.Provider value={true}>{children}</IsIndented.Provider>
  </Held>
)

/** Questions and answers: each child is a QA. */
export const Answers = ({ children }: Holding) => <Held as="L">{children}</Held>

/** One question above its answer, a line or paragraph each; `blank` is said where there is none. A question is never parted from the first lines of its answer. */
export function QA({ question, lines, blank }: { readonly question: string; readonly lines: readonly Line[]; readonly blank: string }) {
  const texts = lines.map((line) => wordsIn(line).children)
  const height = texts.reduce((count, text) => count + linesIn(text), 0)
  const isProse = texts.some((text) => linesIn(text) > 1)
  const lineHeight = texts.some((text) => /\p{Script=Arabic}/u.test(text)) ? ARABIC_LINE : LINE
  const ahead = lineHeight * (height > WHOLE ? FIRST_LINES : Math.max(height, 1))
  return (
    <Held as="LI">
      <Text as="Lbl" style={theme.question} minPresenceAhead={ahead}>{question}</Text>
      <Held as="LBody">
        {lines.length === 0 && <Text as="P" style={theme.blank}>{blank}</Text>}
        {lines.map((line, index) => {
          const isLast = index === lines.length - 1
          return <Text key={index} as="P" isTyped style={isLast ? theme.answerEnd : isProse ? theme.paragraph : theme.answer} {...wordsIn(line)} />
        })}
      </Held>
    </Held>
  )
}

/** Short texts, each with a dot before it. */
export function List({ items }: { readonly items: readonly string[] }) {
  const isFromRight = useContext(DirectionOf) === 'rtl'
  const inset = useContext(IsIndented) ? { [isFromRight ? 'marginRight' : 'marginLeft']: indent } : {}
  return (
    <Held as="L">
      <IsIndented.Provider value={false}>
        {items.map((item, index) => (
          <Held key={index} as="LI">
            <Across style={{ ...theme.listItem, ...inset }}>
              <Text as="Lbl" style={theme.dot}>•</Text>
              <Held as="LBody">
                <Text as="P" style={theme.listText}>{item}</Text>
              </Held>
            </Across>
          </Held>
        ))}
      </IsIndented.Provider>
    </Held>
  )
}

/** Facts, each with its name: a table with row headers. */
export const Table = ({ rows }: { readonly rows: readonly { readonly name: string; readonly value: string }[] }) => (
  <Held as="Table">
    {rows.map(({ name, value }, index) => (
      <Held key={name} as="TR">
        <Across style={{ ...theme.row, ...(index === 0 && theme.firstRow) }}>
          <Text as="TH" style={theme.rowHeader}>{name}</Text>
          <Text as="TD" isTyped isBesideName style={theme.cell}>{value}</Text>
        </Across>
      </Held>
    ))}
  </Held>
)

// Header and footer are furniture of the page: a tag on them says nothing.

/** The top of every page: whose paper this is, and a banner when it must not be taken for something else. */
export const Header = ({ children, banner }: Words & { readonly banner?: string | undefined }) => (
  <Across style={theme.header}>
    <Text as="P" isTyped style={theme.headerWords}>{children}</Text>
    {banner && <Text as="P" style={theme.banner}>{banner}</Text>}
  </Across>
)

/** The foot of every page. */
export const Footer = ({ start, end }: { readonly start: string; readonly end: string }) => (
  <Across style={theme.footer}>
    <Text as="P" isTyped style={theme.footerWords}>{start}</Text>
    <Text as="P" style={theme.footerWords}>{end}</Text>
  </Across>
)

/** A large, pale word across the page, for what must not be taken for the real thing. Furniture lies below the content: it hides nothing. */
export const Watermark = ({ children }: Words) => (
  <View style={theme.watermark}>
    <TaggedText tag={{ type: 'Artifact' }} style={{ ...theme.watermarkWord, fontSize: Math.min(150, 640 / children.length) }}>{children}</TaggedText>
  </View>
)

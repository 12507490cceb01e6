import { createContext, useContext, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import { Text as PdfText, View as PdfView } from '@react-pdf/renderer'
import type { Tag, TagType } from './tag'
import { indent, theme } from './theme'

// Every part says its role with a `tag`, which layout carries through untouched to whoever paints the page.

type Style = Extract<ComponentProps<typeof PdfView>['style'], { flexDirection?: unknown }>
interface Marked {
  readonly tag: Tag
  readonly style?: Style
  readonly wrap?: boolean
  readonly minPresenceAhead?: number
  readonly children?: ReactNode
}
const MarkedView = PdfView as ComponentType<Marked>
const MarkedText = PdfText as ComponentType<Marked>

export type Direction = 'ltr' | 'rtl'
/** Which way the language of a document is written. */
export const DirectionOf = createContext<Direction>('ltr')
const Holder = createContext<Tag | undefined>(undefined)
const IsIndented = createContext(false)

/** Room, in points, that must be left on the page below a heading: a question and a line. */
const AFTER_HEADING = 32
// An answer of up to this many lines is not split. Of a longer one, these many stand below the question.
const WHOLE = 6
const FIRST_LINES = 3
const LINE = 16
const LETTERS_IN_A_LINE = 72

type Words = { readonly children: string }
type Holding = { readonly children: ReactNode }

const useTag = (type: TagType): Tag => ({ type, within: useContext(Holder) })

/** Parts that belong together, for readers that do not see the page. */
function Held({ as, children }: Holding & { readonly as: TagType }) {
  return <Holder.Provider value={useTag(as)}>{children}</Holder.Provider>
}

// The fonts have no letter that is written from the right, so direction decides on which side a text stands, not its order.
function Text({ as, style, ...rest }: Words & Pick<Marked, 'style' | 'minPresenceAhead'> & { readonly as: TagType }) {
  const isFromRight = useContext(DirectionOf) === 'rtl'
  const inset = useContext(IsIndented) ? { [isFromRight ? 'marginRight' : 'marginLeft']: indent } : {}
  return <MarkedText {...rest} tag={useTag(as)} style={{ ...style, ...inset, textAlign: isFromRight ? 'right' : 'left' }} />
}

/** Side by side, in the direction of reading. */
function Across({ as, style, children, wrap = true }: Holding & Pick<Marked, 'style' | 'wrap'> & { readonly as: TagType }) {
  const tag = useTag(as)
  const flexDirection = useContext(DirectionOf) === 'rtl' ? 'row-reverse' : 'row'
  return (
    <Holder.Provider value={tag}>
      <MarkedView tag={tag} style={{ ...style, flexDirection }} wrap={wrap}>{children}</MarkedView>
    </Holder.Provider>
  )
}

export const H1 = ({ children }: Words) => <Text as="H1" style={theme.h1}>{children}</Text>
export const H2 = ({ children }: Words) => <Text as="H2" style={theme.h2} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H3 = ({ children }: Words) => <Text as="H3" style={theme.h3} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H4 = ({ children }: Words) => <Text as="H4" style={theme.h4} minPresenceAhead={AFTER_HEADING}>{children}</Text>
/** The sentence below the title. */
export const Lead = ({ children }: Words) => <Text as="P" style={theme.lead}>{children}</Text>
export const Note = ({ children }: Words) => <Text as="Note" style={theme.note}>{children}</Text>

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
export function QA({ question, lines, blank }: { readonly question: string; readonly lines: readonly string[]; readonly blank: string }) {
  const height = lines.reduce((count, line) => count + Math.ceil(line.length / LETTERS_IN_A_LINE), 0)
  const isProse = lines.some((line) => line.length > LETTERS_IN_A_LINE)
  const ahead = LINE * (height > WHOLE ? FIRST_LINES : Math.max(height, 1))
  return (
    <Held as="LI">
      <Text as="Lbl" style={theme.question} minPresenceAhead={ahead}>{question}</Text>
      <Held as="LBody">
        {lines.length === 0 && <Text as="P" style={theme.blank}>{blank}</Text>}
        {lines.map((line, index) => {
          const isLast = index === lines.length - 1
          return <Text key={index} as="P" style={isLast ? theme.answerEnd : isProse ? theme.paragraph : theme.answer}>{line}</Text>
        })}
      </Held>
    </Held>
  )
}

/** Facts, each with its name: a table with row headers. */
export const Table = ({ rows }: { readonly rows: readonly { readonly name: string; readonly value: string }[] }) => (
  <Held as="Table">
    {rows.map(({ name, value }, index) => (
      <Across key={name} as="TR" style={{ ...theme.row, ...(index === 0 && theme.firstRow) }} wrap={false}>
        <Text as="TH" style={theme.rowHeader}>{name}</Text>
        <Text as="TD" style={theme.cell}>{value}</Text>
      </Across>
    ))}
  </Held>
)

/** The top of every page: whose paper this is, and a banner when it must not be taken for something else. */
export const Header = ({ children, banner }: Words & { readonly banner?: string | undefined }) => (
  <Across as="Artifact" style={theme.header}>
    <Text as="Artifact" style={theme.headerWords}>{children}</Text>
    {banner && <Text as="Artifact" style={theme.banner}>{banner}</Text>}
  </Across>
)

/** The foot of every page. */
export const Footer = ({ start, end }: { readonly start: string; readonly end: string }) => (
  <Across as="Artifact" style={theme.footer}>
    <Text as="Artifact" style={theme.footerWords}>{start}</Text>
    <Text as="Artifact" style={theme.footerWords}>{end}</Text>
  </Across>
)

import { createContext, useContext, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import { Text as PdfText, View as PdfView } from '@react-pdf/renderer'
import { tagged, type Tag } from './tag'
import { theme } from './theme'

// Every part says its role with a `tag`, which layout carries through untouched to whoever paints the page.

type Style = Extract<ComponentProps<typeof PdfView>['style'], { flexDirection?: unknown }>
interface Marked {
  readonly tag: Tag
  readonly style?: Style
  readonly minPresenceAhead?: number
  readonly children?: ReactNode
}
const View = PdfView as ComponentType<Marked & { readonly wrap?: boolean }>
const MarkedText = PdfText as ComponentType<Marked>

export type Direction = 'ltr' | 'rtl'
/** Which way the language of a document is written. */
export const DirectionOf = createContext<Direction>('ltr')

/** Room, in points, that must follow on the same page: for what a heading heads, and for the first lines of an answer. */
const AFTER_HEADING = 80
const AFTER_QUESTION = 54
/** An answer up to this many characters is short enough to stay whole with its question. */
const SHORT = 300

// The fonts have no letter that is written from the right, so direction decides on which side a text stands, not its order.
function Text({ style, ...rest }: Marked) {
  return <MarkedText {...rest} style={{ ...style, textAlign: useContext(DirectionOf) === 'rtl' ? 'right' : 'left' }} />
}

/** Side by side, in the direction of reading. */
const useAcross = () => ({ flexDirection: useContext(DirectionOf) === 'rtl' ? 'row-reverse' : 'row' }) as const

interface Words {
  readonly children: string
}

export const H1 = ({ children }: Words) => <Text tag={tagged('H1')} style={theme.h1}>{children}</Text>
export const H2 = ({ children }: Words) => <Text tag={tagged('H2')} style={theme.h2} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H3 = ({ children }: Words) => <Text tag={tagged('H3')} style={theme.h3} minPresenceAhead={AFTER_HEADING}>{children}</Text>
export const H4 = ({ children }: Words) => <Text tag={tagged('H4')} style={theme.h4} minPresenceAhead={AFTER_HEADING}>{children}</Text>
/** The sentence below the title. */
export const Lead = ({ children }: Words) => <Text tag={tagged('P')} style={theme.lead}>{children}</Text>
export const Note = ({ children }: Words) => <Text tag={tagged('Note')} style={theme.note}>{children}</Text>

/** Questions and answers: each child is a QA. */
export const Answers = ({ children }: { readonly children: ReactNode }) => <View tag={tagged('L')}>{children}</View>

/** One question above its answer, a line or paragraph each; `blank` is said where there is none. Never parted from its first lines. */
export function QA({ question, lines, blank }: { readonly question: string; readonly lines: readonly string[]; readonly blank: string }) {
  const isShort = lines.reduce((length, line) => length + line.length, question.length) <= SHORT && lines.length <= 6
  return (
    <View tag={tagged('LI')} style={theme.pair} wrap={!isShort}>
      <Text tag={tagged('Lbl')} style={theme.question} minPresenceAhead={AFTER_QUESTION}>{question}</Text>
      <View tag={tagged('LBody')}>
        {lines.length === 0 && <Text tag={tagged('P')} style={theme.blank}>{blank}</Text>}
        {lines.map((line, index) => (
          <Text key={index} tag={tagged('P')} style={index === 0 ? theme.answer : theme.answerNext}>{line}</Text>
        ))}
      </View>
    </View>
  )
}

/** Things of one kind, one below the other, set off by a line at their side. */
export function Item({ children }: { readonly children: ReactNode }) {
  const side = useContext(DirectionOf) === 'rtl' ? { borderRightWidth: 2, paddingRight: 12 } : { borderLeftWidth: 2, paddingLeft: 12 }
  return <View tag={tagged('Sect')} style={{ ...theme.item, ...side }}>{children}</View>
}

/** Facts, each with its name: a table with row headers. */
export function Table({ rows }: { readonly rows: readonly { readonly name: string; readonly value: string }[] }) {
  const across = useAcross()
  return (
    <View tag={tagged('Table')} style={theme.table}>
      {rows.map(({ name, value }) => (
        <View key={name} tag={tagged('TR')} style={{ ...theme.row, ...across }} wrap={false}>
          <Text tag={tagged('TH')} style={theme.rowHeader}>{name}</Text>
          <Text tag={tagged('TD')} style={theme.cell}>{value}</Text>
        </View>
      ))}
    </View>
  )
}

/** The top of every page: whose paper this is, and a banner when it must not be taken for something else. */
export function Header({ children, banner }: Words & { readonly banner?: string | undefined }) {
  const across = useAcross()
  return (
    <View tag={tagged('Artifact')} style={{ ...theme.header, ...across }}>
      <Text tag={tagged('Artifact')} style={theme.headerWords}>{children}</Text>
      {banner && <Text tag={tagged('Artifact')} style={theme.banner}>{banner}</Text>}
    </View>
  )
}

/** The foot of every page. */
export function Footer({ start, end }: { readonly start: string; readonly end: string }) {
  const across = useAcross()
  return (
    <View tag={tagged('Artifact')} style={{ ...theme.footer, ...across }}>
      <Text tag={tagged('Artifact')} style={theme.footerWords}>{start}</Text>
      <Text tag={tagged('Artifact')} style={theme.footerWords}>{end}</Text>
    </View>
  )
}

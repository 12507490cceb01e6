import { StyleSheet } from '@react-pdf/renderer'
import { fontFamily } from './fonts'

// Sizes are points. The layout engine needs lineHeight in the same style as its fontSize, never on the page.
const ink = '#0b0c0c'
const quiet = '#484f54'
const rule = '#b1b4b6'
// The words over it keep a contrast of more than 7 to 1.
const pale = '#eceef0'
const regular = { fontFamily, fontWeight: 400, color: ink } as const
const bold = { fontFamily, fontWeight: 700, color: ink } as const

/** How far the text keeps from the edges of an A4 page. */
export const margins = { side: 68, top: 76, bottom: 84 } as const

/** How far the parts of one of several things are set in. */
export const indent = 14

export const theme = StyleSheet.create({
  page: { paddingTop: margins.top, paddingBottom: margins.bottom, paddingHorizontal: margins.side },
  h1: { ...bold, fontSize: 23, lineHeight: 1.25, marginBottom: 16 },
  h2: { ...bold, fontSize: 15, lineHeight: 1.3, marginTop: 26, marginBottom: 10, paddingBottom: 5, borderBottomWidth: 0.75, borderBottomColor: rule },
  h3: { ...bold, fontSize: 12, lineHeight: 1.35, marginTop: 6, marginBottom: 10 },
  h4: { ...bold, fontSize: 11, lineHeight: 1.35, marginTop: 2, marginBottom: 8 },
  lead: { ...regular, color: quiet, fontSize: 11, lineHeight: 1.5, marginBottom: 18 },
  note: { ...regular, color: quiet, fontSize: 9.5, lineHeight: 1.5, marginTop: 10 },
  question: { ...regular, color: quiet, fontSize: 9.5, lineHeight: 1.4, marginBottom: 1 },
  answer: { ...regular, fontSize: 11, lineHeight: 1.5 },
  paragraph: { ...regular, fontSize: 11, lineHeight: 1.5, marginBottom: 6 },
  here: { ...bold, fontSize: 10, lineHeight: 1.4, marginTop: 14, paddingTop: 9, borderTopWidth: 2, borderTopColor: ink },
  step: { ...bold, fontSize: 12, lineHeight: 1.35, marginTop: 14 },
  stepHere: { ...bold, fontSize: 15, lineHeight: 1.3, marginTop: 1 },
  stepWhen: { ...regular, color: quiet, fontSize: 11, lineHeight: 1.5, marginBottom: 6 },
  listItem: { marginBottom: 4 },
  dot: { ...regular, fontSize: 11, lineHeight: 1.5, width: indent },
  listText: { ...regular, fontSize: 11, lineHeight: 1.5, flex: 1 },
  answerEnd: { ...regular, fontSize: 11, lineHeight: 1.5, marginBottom: 13 },
  link: { color: '#1a65a6', textDecoration: 'underline' },
  blank: { ...regular, color: quiet, fontSize: 11, lineHeight: 1.5, marginBottom: 13 },
  row: { borderBottomWidth: 0.75, borderBottomColor: rule, paddingVertical: 5, alignItems: 'center' },
  firstRow: { borderTopWidth: 0.75, borderTopColor: rule },
  rowHeader: { ...regular, color: quiet, fontSize: 9.5, lineHeight: 1.5, width: 110 },
  cell: { ...regular, fontSize: 9.5, lineHeight: 1.5, flex: 1 },
  header: { position: 'absolute', top: 34, left: margins.side, right: margins.side, justifyContent: 'space-between', alignItems: 'center' },
  headerWords: { ...bold, color: quiet, fontSize: 9, lineHeight: 1.4 },
  banner: { ...bold, fontSize: 10, lineHeight: 1.4, borderWidth: 1, borderColor: ink, paddingVertical: 3, paddingHorizontal: 8 },
  watermark: { position: 'absolute', top: 330, left: 0, right: 0, transform: 'rotate(-52deg)' },
  watermarkWord: { ...bold, color: pale, lineHeight: 1.2, textAlign: 'center' },
  footer: { position: 'absolute', bottom: 36, left: margins.side, right: margins.side, borderTopWidth: 0.75, borderTopColor: rule, paddingTop: 7, justifyContent: 'space-between', alignItems: 'center' },
  footerWords: { ...regular, color: quiet, fontSize: 9, lineHeight: 1.4 },
})

import { Document, Font, Link, Page } from '@react-pdf/renderer'
import { Text, View, writeTaggedPdf, type GroupTag } from './index'

Font.register({ family: 'Noto Sans', src: 'node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff' })

// A list whose items flow over pages as if there were no boxes: each part names what it is within.
const list: GroupTag = { type: 'L', numbering: 'Disc' }
const item = (text: string) => <Text key={text} tag={{ type: 'LBody', within: { type: 'LI', within: list } }}>{text}</Text>

const trip = (
  <Document title="A trip to the farm" language="en-GB" author="The school">
    <Page size="A4" style={{ padding: 60, fontFamily: 'Noto Sans', fontSize: 12 }}>
      <Text tag={{ type: 'H1' }} style={{ fontSize: 20 }}>A trip to the farm</Text>
      <View tag={{ type: 'Sect' }}>
        <Text tag={{ type: 'H2' }} style={{ fontSize: 15 }}>What to bring</Text>
        {['Boots', 'A coat', 'Lunch'].map(item)}
      </View>
      <Text tag={{ type: 'P' }}>
        More is on <Link src="https://school.example/farm">our page about the farm</Link>.
      </Text>
    </Page>
  </Document>
)

// What stands on every page, laid under the content. Nobody who listens is told of it again and again.
const footers = (pages: number) => (
  <Document>
    {Array.from({ length: pages }, (_, index) => (
      <Page key={index} size="A4" style={{ fontFamily: 'Noto Sans', fontSize: 9 }}>
        <Text tag={{ type: 'Artifact' }} style={{ position: 'absolute', bottom: 30, right: 60 }}>{`Page ${index + 1} of ${pages}`}</Text>
      </Page>
    ))}
  </Document>
)

export const writeTrip = () => writeTaggedPdf(trip, { createdAt: new Date('2026-05-04'), furniture: footers })

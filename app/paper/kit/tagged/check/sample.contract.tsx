import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Document, Font, Link, Page, StyleSheet } from '@react-pdf/renderer'
import { Rect, Svg as StockSvg } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import { Checkbox, fieldFontOf, Image, LinkAround, Select, Svg, Text, TextInput, View, writeTaggedPdf, type GroupTag } from '../index'

// Two documents that use all that this folder offers: to check, to break, and to show to other judges.

const family = 'Sample'
const fontFile = (weight: number) => createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`)
Font.register({ family, fonts: [400, 700].map((fontWeight) => ({ fontWeight, src: fontFile(fontWeight) })) })

const style = StyleSheet.create({
  page: { padding: 50, fontFamily: family },
  heading: { fontSize: 18, fontWeight: 700, marginBottom: 8 },
  text: { fontSize: 11, marginBottom: 6 },
  row: { flexDirection: 'row', borderBottomWidth: 1 },
  cell: { fontSize: 11, flex: 1 },
  link: { color: '#1d70b8', textDecoration: 'underline' },
  field: { height: 22, borderWidth: 1, marginBottom: 10 },
  box: { width: 18, height: 18, borderWidth: 1, marginRight: 8 },
  head: { position: 'absolute', top: 20, left: 50, fontSize: 9 },
})

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC', 'base64')
const picture = { data: png, format: 'png' as const }
const createdAt = new Date('2026-05-04T20:42:10Z')
const long = 'The bus leaves at nine, and nobody who comes late is left behind. '

const item = (list: GroupTag, label: string, ...answers: string[]) => {
  const within: GroupTag = { type: 'LI', within: list }
  const body: GroupTag = { type: 'LBody', within }
  return [
    <Text key={label} tag={{ type: 'Lbl', within }} style={style.text} minPresenceAhead={30}>{label}</Text>,
    ...answers.map((answer, index) => <Text key={`${label}${index}`} tag={{ type: 'P', within: body }} style={style.text}>{answer}</Text>),
  ]
}

function Report() {
  const list: GroupTag = { type: 'L' }
  return (
    <Document title="Trips & outings <2026>" language="en-GB" author="The school" subject="What we do">
      <Page size="A4" style={style.page}>
        <Image src={picture} style={{ width: 60, height: 30 }} tag={{ type: 'Figure', alt: 'The badge of the school' }} />
        <Text tag={{ type: 'H1' }} style={style.heading}>Trips &amp; outings</Text>
        <Text tag={{ type: 'P' }} style={style.text}>
          Read <Link src="https://school.example/trips" style={style.link}>what others say of our trips, which is more than fits on one line of this page</Link>, or go to <Link src="#costs" style={style.link}>the costs</Link>.
        </Text>
        <Svg style={{ width: 40, height: 4 }} tag={{ type: 'Artifact' }}><Rect x={0} y={0} width={40} height={4} fill="#1d70b8" /></Svg>
        <View tag={{ type: 'Sect' }}>
          <Text tag={{ type: 'H2' }} style={style.heading}>Questions</Text>
          {item(list, 'When does it leave?', 'At nine.', long.repeat(50))}
          {item(list, 'Who may come?', long.repeat(50), 'Everybody.')}
          {['A', 'B', 'C', 'D'].map((label) => <View key={label} break><Text tag={{ type: 'P' }} style={style.text}>{`Room for trip ${label}`}</Text></View>)}
        </View>
        <View tag={{ type: 'Sect' }}>
          <Text id="costs" tag={{ type: 'H2' }} style={style.heading}>Costs</Text>
          <Text tag={{ type: 'H3' }} style={style.heading}>In pounds</Text>
          <View tag={{ type: 'Table' }}>
            <View tag={{ type: 'THead' }}>
              <View tag={{ type: 'TR' }} style={style.row} wrap={false}>
                <Text tag={{ type: 'TH' }} style={style.cell}>Trip</Text>
                <Text tag={{ type: 'TH' }} style={style.cell}>Child</Text>
                <Text tag={{ type: 'TH' }} style={style.cell}>Adult</Text>
              </View>
            </View>
            <View tag={{ type: 'TBody' }}>
              <View tag={{ type: 'TR' }} style={style.row} wrap={false}>
                <Text tag={{ type: 'TH', scope: 'Row' }} style={style.cell}>Farm</Text>
                <Text tag={{ type: 'TD' }} style={style.cell}>2</Text>
                <Text tag={{ type: 'TD' }} style={style.cell}>3</Text>
              </View>
              <View tag={{ type: 'TR' }} style={style.row} wrap={false}>
                <Text tag={{ type: 'TH', scope: 'Row' }} style={style.cell}>Park</Text>
                <Text tag={{ type: 'TD', colSpan: 2 }} style={{ ...style.cell, flex: 2 }}>free</Text>
              </View>
            </View>
          </View>
          <LinkAround src="mailto:trips@school.example" tag={{ type: 'Link' }}>
            <Text tag={{ type: 'P' }} style={style.text}>Write to us</Text>
          </LinkAround>
          <Text tag={{ type: 'P', lang: 'cy' }} style={style.text}>Diolch yn fawr</Text>
          <Text tag={{ type: 'P' }} style={style.text}>{''}</Text>
        </View>
      </Page>
    </Document>
  )
}

const heads = (pages: number): ReactElement => (
  <Document>
    {Array.from({ length: pages }, (_, index) => (
      <Page key={index} size="A4" style={style.page}>
        <StockSvg style={{ width: 10, height: 10 }}><Rect x={0} y={0} width={10} height={10} fill="#eeeeee" /></StockSvg>
        <Text tag={{ type: 'P' }} style={style.head}>{`Page ${index + 1} of ${pages}`}</Text>
      </Page>
    ))}
  </Document>
)

function Questionnaire() {
  return (
    <Document title="Tell us about a trip" language="en-GB">
      <Page size="A4" style={style.page}>
        <TextInput name="reference" tag={{ type: 'Form', label: 'Your reference' }} style={style.field} fontSize={11} />
        <Text tag={{ type: 'H1' }} style={style.heading}>Tell us about a trip</Text>
        <Text tag={{ type: 'P' }} style={style.text}>Your name</Text>
        <TextInput name="name" tag={{ type: 'Form', label: 'Your name' }} style={style.field} fontSize={11} />
        <Text tag={{ type: 'P' }} style={style.text}>Where to?</Text>
        <Select name="place" select={['Farm', 'Park']} tag={{ type: 'Form', label: 'Where to?' }} style={style.field} />
        <View style={{ flexDirection: 'row' }}>
          <Checkbox name="again" tag={{ type: 'Form', label: 'I would go again' }} style={style.box} />
          <Text tag={{ type: 'P' }} style={style.text}>I would go again</Text>
        </View>
        <Text break tag={{ type: 'H2' }} style={style.heading}>More</Text>
        <Checkbox name="write" checked tag={{ type: 'Form', label: 'Write to me' }} style={style.box} />
      </Page>
    </Document>
  )
}

/** A report of some pages: archival. */
export const writeReport = (): Promise<Uint8Array> => writeTaggedPdf(Report(), { createdAt, furniture: heads })

/** A form to fill in. */
export const writeQuestionnaire = (): Promise<Uint8Array> => writeTaggedPdf(Questionnaire(), { createdAt, isArchival: false, fieldFont: fieldFontOf('Sample', readFileSync(fontFile(400))) })

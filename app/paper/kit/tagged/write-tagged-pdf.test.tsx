import { Document, Note, Page } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { checkPdf } from './check/check-pdf.contract'
import { Image, LinkAround, Svg, Text, TextInput, View, writeTaggedPdf, type GroupTag, type Tag } from './index'
import './check/sample.contract'

const style = { fontFamily: 'Sample', fontSize: 11 } as const
const createdAt = new Date(0)
const sheet = (content: ReactNode, facts: { title?: string; language?: string } = { title: 'A title', language: 'en-GB' }): ReactElement => (
  <Document {...facts}>
    <Page size="A4" style={style}>{content}</Page>
  </Document>
)
const write = (content: ReactNode, facts?: { title?: string; language?: string }) => writeTaggedPdf(sheet(content, facts), { createdAt })
const heading = <Text tag={{ type: 'H1' }}>A title</Text>

/** A tag that the types would refuse. */
const wrong = (tag: object | undefined) => tag as Tag as never

describe('what a reader who does not see the page would miss is refused', () => {
  it.each<[string, ReactNode, RegExp]>([
    ['text without a tag', <Text tag={wrong(undefined)}>Lost words</Text>, /Text needs a tag that holds text, not none: “Lost words”/],
    ['text in what only holds others', <Text tag={wrong({ type: 'TR' })}>A row</Text>, /Text needs a tag that holds text, not TR/],
    ['a picture without a tag', <Svg tag={wrong(undefined)}>{[]}</Svg>, /A picture needs a Figure tag with an alt/],
    ['a picture with empty words', <Image src={{ data: Buffer.alloc(0), format: 'png' }} tag={{ type: 'Figure', alt: ' ' }} />, /A picture needs a Figure tag with an alt/],
    ['a field without a label', <TextInput name="age" tag={{ type: 'Form', label: '' }} />, /A field needs a Form tag with a label: age/],
    ['a link around parts without a tag', <LinkAround src="#a" tag={wrong(undefined)}><Text tag={{ type: 'P' }}>Go</Text></LinkAround>, /A Link around whole parts needs a Link tag/],
  ])('%s', async (_what, content, message) => {
    await expect(write(<>{heading}{content}</>)).rejects.toThrow(message)
  })

  it.each([
    ['no title', { language: 'en-GB' }, /A PDF needs a title/],
    ['an empty title', { title: ' ', language: 'en-GB' }, /A PDF needs a title/],
    ['no language', { title: 'A title' }, /A PDF needs a language/],
  ])('%s', async (_what, facts, message) => {
    await expect(write(heading, facts)).rejects.toThrow(message)
  })

  it('letters that no registered font has', async () => {
    await expect(write(<>{heading}<Text tag={{ type: 'P' }}>你好</Text></>)).rejects.toThrow(/No font draws U\+4F60/)
  })

  it('what would be painted otherwise than asked for', async () => {
    const inner = <Text tag={{ type: 'P' }}>askew</Text>
    await expect(write(<>{heading}<View style={{ transform: 'rotate(9deg)' }}>{inner}</View></>)).rejects.toThrow(/cannot be transformed or cut off/)
    await expect(write(<>{heading}<View style={{ overflow: 'hidden' }}>{inner}</View></>)).rejects.toThrow(/cannot be transformed or cut off/)
    await expect(write(<>{heading}<Note>aside</Note></>)).rejects.toThrow(/A NOTE cannot be tagged/)
    await expect(write(<>{heading}<View tag={{ type: 'Artifact' }} style={{ transform: 'rotate(9deg)' }}>{inner}</View></>)).resolves.toBeDefined()
  })

  it('a list that goes on after something else', async () => {
    const list: GroupTag = { type: 'L' }
    const item = (text: string) => {
      const within: GroupTag = { type: 'LI', within: list }
      return <Text tag={{ type: 'LBody', within }}>{text}</Text>
    }
    await expect(write(<>{heading}{item('one')}{item('two')}</>)).resolves.toBeDefined()
    await expect(write(<>{heading}{item('one')}<Text tag={{ type: 'P' }}>between</Text>{item('two')}</>)).rejects.toThrow(/A L has ended, and a LI within it follows later/)
  })

  it('a part whose tag is made anew while laying out', async () => {
    await expect(write(<>{heading}<View render={() => <Text tag={{ type: 'P' }}>again</Text>} /></>)).rejects.toThrow(/A P was laid out that was not in the document/)
  })
})

describe('the file', () => {
  it('has one element for a paragraph on two pages, and none for what says nothing', async () => {
    const { faults, lines } = await checkPdf(await write(<>{heading}<View tag={{ type: 'Sect' }}><Text tag={{ type: 'P' }}>{''}</Text></View><Text tag={{ type: 'P' }}>{'Very long. '.repeat(900)}</Text></>))
    expect(faults).toEqual([])
    expect(lines.map(({ path }) => path)).toEqual(['H1', 'P'])
    expect(lines[1]?.text.match(/Very long\./g)).toHaveLength(900)
  })

  it('says nothing of the furniture of its pages, tagged or not', async () => {
    const furniture = (pages: number) => <Document>{Array.from({ length: pages }, (_, index) => <Page key={index} size="A4" style={style}><Text tag={{ type: 'H2' }}>{`Page ${index + 1}`}</Text></Page>)}</Document>
    const { faults, lines } = await checkPdf(await writeTaggedPdf(sheet(heading), { createdAt, furniture }))
    expect({ faults, lines }).toEqual({ faults: [], lines: [{ path: 'H1', text: 'A title' }] })
  })

  it('escapes what its facts say', async () => {
    const bytes = Buffer.from(await write(heading, { title: '<Tom> & "Jerry"', language: 'en-GB' })).toString('latin1')
    expect(bytes).toContain('<rdf:li xml:lang="x-default">&lt;Tom&gt; &amp; "Jerry"</rdf:li>')
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import renderDocument from '@react-pdf/render'
import { Document, Font, Link, Page } from '@react-pdf/renderer'
import bidiFactory from 'bidi-js'
import { Blob, Buffer as Letters, Direction, Face, Font as ShapedFont, shape } from 'harfbuzzjs'
import LineBreaker from 'linebreak'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { layOut, type LaidOutNode } from './laid-out'
import { Text, View } from './parts'
import type { Tag } from './tag'
import { writeTables } from './text/truetype'
import { woffTables } from './text/woff'
import './check/sample.contract'

// This folder leans on what @react-pdf/renderer, pdfkit and the packages that set other scripts do and do not promise. Each test names one such thing, who relies on it,
// and what to do where it has changed. When all are green after an upgrade, and so are the checker and veraPDF, change the versions below.

const VERSIONS = { '@react-pdf/renderer': '4.9.0', '@react-pdf/layout': '5.2.0', '@react-pdf/render': '4.7.0', '@react-pdf/textkit': '7.0.1', pdfkit: '0.20.1', fontkit: '2.0.4', harfbuzzjs: '1.6.4', 'bidi-js': '1.1.0', linebreak: '1.1.0' }

const manifest = (name: string) => JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string; dependencies?: Record<string, string> }
const paragraph: Tag = { type: 'P' }
const words = 'Read the rest of it. '.repeat(600)
const sheet = (
  <Document title="Canary" language="en-GB">
    <Page size="A4" style={{ fontFamily: 'Sample', fontSize: 11, padding: 40 }}>
      <View tag={{ type: 'Sect' }}>
        <Text tag={{ type: 'P' }}>See <Link src="https://a.example">there</Link></Text>
        <Text tag={paragraph}>{words}</Text>
      </View>
    </Page>
  </Document>
)
const all = (node: LaidOutNode): LaidOutNode[] => [node, ...(node.children ?? []).flatMap(all)]
const textsIn = (node: LaidOutNode) => all(node).filter(({ type }) => type === 'TEXT')
const found = <Thing,>(thing: Thing | undefined, what: string): Thing => {
  if (thing === undefined) throw new Error(what)
  return thing
}

describe('the packages', () => {
  it.each(Object.entries(VERSIONS))('%s is the version that was examined: %s', (name, version) => {
    expect(manifest(name).version, `${name} has changed. Run the tests of app/paper with Java, look at some pages, then write the new version here.`).toBe(version)
  })

  it.each(['pdfkit', 'fontkit'])('%s is there once', (name) => {
    const owners = ['@react-pdf/render', '@react-pdf/renderer', '@react-pdf/textkit', '@react-pdf/font', 'pdfkit']
    expect(owners.filter((owner) => existsSync(join('node_modules', owner, 'node_modules', name))), `There are two copies of ${name}: fonts of one are not fonts of the other. Pin the version that @react-pdf/renderer asks for.`).toEqual([])
  })
})

describe('@react-pdf/layout', async () => {
  const { facts, whole, pages } = await layOut(sheet)

  it('is given the tree before layout by pdf().container.document', () => {
    expect(whole.type, 'laid-out.ts reads the tree there. Find where the container keeps its root now.').toBe('DOCUMENT')
    expect(facts, 'write-tagged-pdf.ts reads title and language from the props of the Document.').toMatchObject({ title: 'Canary', language: 'en-GB' })
    expect(textsIn(whole)).toHaveLength(2)
  })

  it('keeps the tag of a node, also in the pieces of one that is split over pages', () => {
    const pieces = pages.flatMap(textsIn).filter(({ props }) => props?.tag === paragraph)
    expect(pieces.length, 'structure.ts joins the pieces of a part by the identity of its tag. If props are copied deeply now, give each tag a key and join by that.').toBeGreaterThan(1)
    expect(pages.length).toBe(pieces.length)
  })

  it('gives boxes, lines, runs and glyphs in the shapes that laid-out.ts names', () => {
    const text = found(pages.flatMap(textsIn)[0], 'There is no text on the page.')
    const line = found(text.lines?.[0], 'text/pieces.ts walks through `lines`. Find where a text keeps them now.')
    expect(text.box).toMatchObject({ top: expect.any(Number), left: expect.any(Number), width: expect.any(Number), height: expect.any(Number) })
    expect(line, 'laid-out.ts: Line').toMatchObject({ string: expect.stringContaining('See there'), box: { x: expect.any(Number), y: expect.any(Number), height: expect.any(Number) } })
    const run = found(line.runs[0], 'laid-out.ts: a line has `runs`.')
    expect(run, 'laid-out.ts: Run').toMatchObject({ xAdvance: expect.any(Number), glyphs: expect.any(Array) })
    expect(run.glyphs?.[0], 'text/glyphs.ts numbers a glyph by its id and its codePoints').toMatchObject({ id: expect.any(Number), codePoints: [83], advanceWidth: expect.any(Number) })
    expect(line.runs.map(({ attributes }) => attributes.link).filter(Boolean), 'text/pieces.ts finds links there; painter.ts tags them').toEqual(['https://a.example'])
  })
})

describe('@react-pdf/render', async () => {
  const { pages } = await layOut(sheet)
  const text = found(pages.flatMap(textsIn).at(-1), 'There is no text.')

  it('leaves glyphs to a writer that has `glyphs`, in points, and ends it once', () => {
    const seen = { glyphs: 0, end: 0, width: 0 }
    const writer = new Proxy({}, {
      get: (_target, name) => {
        if (name === 'glyphs') return (glyphs: unknown[], positions: { xAdvance: number }[]) => {
          seen.glyphs += glyphs.length
          seen.width += positions.reduce((width, { xAdvance }) => width + xAdvance, 0)
        }
        if (name === 'end') return () => (seen.end += 1)
        return () => writer
      },
    })
    const paint = renderDocument as unknown as (writer: object, document: { children: LaidOutNode[] }) => void
    paint(writer, { children: [text] })
    const line = found(text.lines?.[0], 'There is no line.')
    expect(seen.glyphs, 'tagged-writer.ts paints glyphs by this hook. Without it, meanings are lost: paint them in another override.').toBeGreaterThan(line.string.length)
    expect(seen.width / (text.lines?.length ?? 1), 'text/glyphs.ts takes positions for points').toBeGreaterThan(100)
    expect(seen.end, 'tagged-writer.ts overrides `end`, since each node is painted as a document of its own').toBe(1)
  })
})

describe('pdfkit', () => {
  const writer = new PDFDocument({ pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, autoFirstPage: false, font: null, info: { Title: 'a', Creator: 'a', Producer: 'a', CreationDate: new Date(0) } })
  writer.addPage({ size: [100, 100], margin: 0 })

  it('has every method that this folder calls or overrides', () => {
    const methods = ['addPage', 'addContent', 'save', 'restore', 'transform', 'translate', 'font', 'fontSize', 'ref', 'struct', 'addStructure', 'markContent', 'markStructureContent', 'endMarkedContent', 'annotate', 'link', 'goTo', 'addNamedDestination', 'appendXML', '_addInfo', '_convertRect', 'end'] as const
    expect(methods.filter((method) => typeof writer[method] !== 'function'), 'pdfkit.d.ts names these. Read the changes of pdfkit and mend what calls them.').toEqual([])
  })

  it('keeps the current font as fontkit opened it, and puts a font into the file only when it is asked for', () => {
    const source = Font.getFont({ fontFamily: 'Sample', fontWeight: 400, fontStyle: 'normal' }).data
    writer.font(source, 12)
    expect(writer._font.font, 'text/glyphs.ts finds the font file behind it, and puts it into the file itself').toBe(source)
    expect(writer._font.subset, 'tagged-writer.ts knows by it that a font is none of the standard fonts').toBeTypeOf('object')
    expect(writer._fontSize).toBe(12)
  })

  it('takes the page of an annotation from the page that is current as its element ends', () => {
    const element = writer.struct('Link')
    writer.struct('Document').add(element)
    const first = writer.page
    writer.link(0, 0, 10, 10, 'https://a.example', { structParent: element, Contents: new String('a') })
    writer.addPage({ size: [100, 100], margin: 0 })
    let pageOfAnnotation: unknown
    element.dictionary.end = () => {
      const [claim] = element.dictionary.data['K'] as { Pg: unknown }[]
      pageOfAnnotation = claim?.Pg
    }
    writer.page = first
    element.end()
    expect(pageOfAnnotation, 'structure.ts sets the current page before it ends such a part').toBe(first.dictionary)
  })

  it('takes the left of a bookmark from the right of the page', () => {
    const item = writer.outline.addItem('a', { top: 0, left: 100, expanded: true }) as unknown as { outlineData: { Dest: unknown[] } }
    expect(item.outlineData.Dest, 'outline.ts gives the width of the page, so that it becomes 0').toMatchObject([expect.anything(), 'XYZ', 0, 100, 0])
  })
})

describe('the packages that set other scripts', () => {
  it('harfbuzzjs says which glyphs draw which letters, in the order in which they stand, and how far they reach', () => {
    const woff = readFileSync(createRequire(import.meta.url).resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'))
    const face = new Face(new Blob(writeTables(woffTables(woff))))
    const font = new ShapedFont(face)
    const letters = new Letters()
    const shaped = (direction: Direction) => {
      letters.reset()
      letters.addText('(ab)', 1, 2)
      letters.guessSegmentProperties()
      letters.setDirection(direction)
      letters.setLanguage('en')
      shape(font, letters)
      return letters.getGlyphInfosAndPositions()
    }
    expect(shaped(Direction.LTR).map(({ cluster }) => cluster), 'text/shaping.ts takes a cluster for the place of its first unit in the whole text').toEqual([1, 2])
    expect(shaped(Direction.RTL).map(({ cluster }) => cluster), 'text/shaping.ts puts clusters into the order of the text itself').toEqual([2, 1])
    expect(shaped(Direction.LTR)[0], 'text/shaping.ts: Stroke').toMatchObject({ codepoint: expect.any(Number), xAdvance: expect.any(Number) })
    expect(face.upem, 'text/shaping.ts: unitsPerEmOf').toBe(1000)
    expect([...face.collectUnicodes()], 'text/shaping.ts knows by them which letters a font draws').toContain(97)
    expect(font.hExtents(), 'text/shaping.ts: extentsOf').toMatchObject({ ascender: expect.any(Number), descender: expect.any(Number) })
    expect(font.glyphExtents(shaped(Direction.LTR)[0]?.codepoint ?? 0), 'text/shaping.ts: inkOf takes a height from the top down').toMatchObject({ yBearing: expect.any(Number), height: expect.any(Number) })
  })

  it('bidi-js gives a level for each unit, and the type of each character', () => {
    const bidi = bidiFactory()
    expect([...bidi.getEmbeddingLevels('aش1', 'ltr').levels], 'text/bidi.ts: levelsOf').toEqual([0, 1, 2])
    expect(['a', 'ش', '1', '/'].map((character) => bidi.getBidiCharTypeName(character)), 'text/bidi.ts: directionOf, isNumeric').toEqual(['L', 'AL', 'EN', 'CS'])
  })

  it('linebreak gives the place after each piece of a line, and then nothing', () => {
    const breaker = new LineBreaker('学校：ab')
    expect([1, 2, 3].map(() => breaker.nextBreak()?.position), 'text/line-breaks.ts: piecesOf').toEqual([1, 3, 5])
    expect(breaker.nextBreak(), 'text/line-breaks.ts stops there').toBeNull()
  })
})

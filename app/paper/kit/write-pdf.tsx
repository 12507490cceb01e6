import type { ReactElement, ReactNode } from 'react'
import layoutDocument, { type SafeDocumentNode } from '@react-pdf/layout'
import renderDocument from '@react-pdf/render'
import { Document, Font, Page, pdf } from '@react-pdf/renderer'
import PdfWriter from 'pdfkit'
import { loadFonts } from './fonts'
import { DirectionOf, type Direction } from './parts'
import { theme } from './theme'

/** A document to be written. Every PDF has a title and a language, for readers that do not see the page. */
export interface Paper {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly direction: Direction
  /** When what it says was said; a document without it carries no date. */
  readonly writtenAt?: Date | undefined
  readonly content: ReactNode
  /** What stands on every page besides the content: its header and footer. */
  furniture(page: number, pages: number): ReactNode
}

// Their own types leave out the fonts, and ask for a writer that no class is.
const layOut = layoutDocument as (document: unknown, fonts: typeof Font) => Promise<SafeDocumentNode>
const paint = renderDocument as unknown as (writer: PdfWriter, document: SafeDocumentNode) => void

// The file identifier is made from the date, so that a document without a date needs a fixed one to be the same each time.
const NO_DATE = new Date(0)

/** The bytes of a PDF: the same for the same paper. Layout, painting and tags are apart, so that a painter that tags can take over. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  await loadFonts()
  const laidOut = await layOutOf(paper, <Sheet>{paper.content}</Sheet>)
  const count = laidOut.children.length
  // Page numbers are known only now. Laying out the furniture alone costs far less than laying out every page twice.
  const furniture = await layOutOf(
    paper,
    laidOut.children.map((_, index) => <Sheet key={index}>{paper.furniture(index + 1, count)}</Sheet>),
  )
  laidOut.children.forEach((page, index) => page.children?.push(...(furniture.children[index]?.children ?? [])))

  const writer = new PdfWriter({
    pdfVersion: '1.7',
    lang: paper.language,
    displayTitle: true,
    autoFirstPage: false,
    info: { Title: paper.title, Author: paper.author, Creator: paper.author, Producer: 'pdfkit', CreationDate: paper.writtenAt ?? NO_DATE },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    writer.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    writer.on('end', () => resolve(Buffer.concat(chunks)))
    writer.on('error', reject)
  })
  paint(writer, laidOut)
  return written
}

const Sheet = ({ children }: { readonly children: ReactNode }) => (
  <Page size="A4" style={theme.page} experimentalPagination>
    {children}
  </Page>
)

function layOutOf({ direction, language, title }: Paper, sheets: ReactNode): Promise<SafeDocumentNode> {
  const document: ReactElement = (
    <DirectionOf.Provider value={direction}>
      <Document title={title} language={language}>{sheets}</Document>
    </DirectionOf.Provider>
  )
  return layOut(pdf(document).container.document, Font)
}

import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Document, Page } from '@react-pdf/renderer'
import { fieldFont } from './field-font'
import { loadFonts } from './fonts'
import { DirectionOf, type Direction } from './parts'
import { faceChooser } from './script-fonts'
import { writeTaggedPdf, type HiddenField } from './tagged'
import { theme } from './theme'

type PageStyle = NonNullable<ComponentProps<typeof Page>['style']>

/** A document to be written. Every PDF has a title and a language, for readers that do not see the page. */
export interface Paper {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly direction: Direction
  /** When what it says was said; a document without it carries no date. */
  readonly writtenAt?: Date | undefined
  /** What it says, in one flow, which the layout engine splits over pages… */
  readonly content?: ReactNode
  /** …or page by page. */
  readonly pages?: readonly ReactNode[]
  /** The edges of its pages, where they are not those of a copy. */
  readonly sheet?: PageStyle
  /** It is filled in by typing, so it cannot be archival (PDF/A). What a program must know that reads it back. */
  readonly fillable?: HiddenField
  /** What stands on every page besides the content: its header and footer. */
  furniture(page: number, pages: number): ReactNode
}

// The file identifier is made from the date, so that a document without a date needs a fixed one to be the same each time.
const NO_DATE = new Date(0)

/** The bytes of a PDF/UA-1 and PDF/A-2a file: the same for the same paper. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  await loadFonts()
  return writeTaggedPdf(documentOf(paper, sheetsOf(paper, paper.pages ?? [paper.content], paper.pages === undefined)), {
    ...(paper.fillable && { isArchival: false, fieldFont: fieldFont(), hiddenField: paper.fillable }),
    createdAt: paper.writtenAt ?? NO_DATE,
    chooseFace: faceChooser(paper.language),
    // Page numbers are known only when the content is laid out. Laying out the furniture alone costs far less than laying out every page twice.
    furniture: (pages) =>
      documentOf(
        paper,
        sheetsOf(
          paper,
          Array.from({ length: pages }, (_, index) => paper.furniture(index + 1, pages)),
          false,
        ),
      ),
  })
}

/** @param flows what does not fit on a page goes on to the next */
const sheetsOf = ({ sheet = theme.page }: Paper, contents: readonly ReactNode[], flows: boolean) =>
  contents.map((content, index) => (
    <Page key={index} size="A4" style={sheet} wrap={flows} experimentalPagination>
      {content}
    </Page>
  ))

const documentOf = ({ direction, language, title, author }: Paper, sheets: ReactNode): ReactElement => (
  <DirectionOf.Provider value={direction}>
    <Document title={title} language={language} author={author} creator={author}>{sheets}</Document>
  </DirectionOf.Provider>
)

import type { ReactElement } from 'react'
import { Fields, type FieldFont, type HiddenField } from './fields'
import { layOut, type Facts } from './laid-out'
import type { ChooseFace } from './text/faces'
import { Painter } from './painter'
import { Structure } from './structure'
import { TaggedWriter } from './tagged-writer'

export interface TaggedPdfOptions {
  /** PDF/A-2a as well as PDF/UA-1. A form to fill in cannot be archival. */
  readonly isArchival?: boolean
  /** When the document says it was made. The bytes are the same for the same document and moment. */
  readonly createdAt: Date
  /**
   * What stands on every page besides the content: a Document of as many pages as there are, each laid under the page with its
   * number. It needs no tags: readers that do not see the page are told nothing of it.
   */
  readonly furniture?: (pages: number) => ReactElement
  /** The font for letters that the document's own font lacks. Without it they are an error. */
  readonly chooseFace?: ChooseFace
  /** The font of what is typed, for a document with fields. */
  readonly fieldFont?: FieldFont
  readonly hiddenField?: HiddenField
}

/** The bytes of a PDF/UA-1 file of a Document of @react-pdf/renderer whose nodes have tags. */
export async function writeTaggedPdf(
  document: ReactElement,
  { isArchival = true, createdAt, furniture, chooseFace, fieldFont, hiddenField }: TaggedPdfOptions,
): Promise<Uint8Array> {
  const { facts, whole, pages } = await layOut(document, chooseFace)
  const { title, language } = named(facts)
  const under = furniture ? (await layOut(furniture(pages.length), chooseFace)).pages : []
  const info = {
    Title: title,
    ...(facts.author && { Author: facts.author }),
    ...(facts.subject && { Subject: facts.subject }),
    Creator: facts.creator ?? 'react-pdf',
    Producer: facts.producer ?? 'pdfkit',
    CreationDate: createdAt,
  }
  const writer = new TaggedWriter(language, info, isArchival)
  const written = bytesOf(writer)
  const structure = new Structure(writer, language, whole)
  const fields = new Fields(writer, fieldFont)
  const painter = new Painter(writer, structure, fields)
  pages.forEach((page, index) => painter.page(page, under[index]?.children ?? []))
  if (hiddenField) fields.hide(hiddenField)
  for (const fault of writer.faults) throw fault
  if (writer.missingFonts.size > 0) throw new Error(`No registered font has some of the letters; they would be drawn in ${[...writer.missingFonts].join()}, which is not in the file.`)
  structure.end()
  writer.finish()
  return written
}

function named({ title, language }: Facts): { title: string; language: string } {
  if (!title?.trim()) throw new Error('A PDF needs a title: <Document title="…">.')
  if (!language?.trim()) throw new Error('A PDF needs a language: <Document language="…">.')
  return { title, language }
}

function bytesOf(writer: TaggedWriter): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    writer.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    writer.on('end', () => resolve(Buffer.concat(chunks)))
    writer.on('error', reject)
  })
}

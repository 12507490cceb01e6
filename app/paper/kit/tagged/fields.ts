import { Font } from '@react-pdf/renderer'
import type PDFDocument from 'pdfkit'
import type { AnnotationOptions, Reference, StructElement } from 'pdfkit'
import type { LaidOutNode } from './laid-out'

/** The nodes of @react-pdf/renderer that a person fills in. */
export const FIELD_TYPES: ReadonlySet<string> = new Set(['TEXT_INPUT', 'CHECKBOX', 'SELECT', 'LIST'])

/** A field as readers that do not see the page know it. */
export interface TaggedField {
  readonly element: StructElement
  /** What it asks for. */
  readonly label: string
}

/** The font that a field's own style asks for. */
export function fontOf({ style = {}, props = {} }: LaidOutNode): unknown {
  const [fontFamily] = [style['fontFamily']].flat()
  if (typeof fontFamily !== 'string') throw new Error(`A field needs a font family: ${String(props['name'])}`)
  return Font.getFont({ fontFamily, fontWeight: 400, fontStyle: 'normal' }).data
}

const PRINTS = 1 << 2

/**
 * A field's annotation, joined to its Form element and with its label (TU), which ISO 14289-1 (7.18.1, 7.18.4) asks for. The stock
 * check box draws with a font that is not in the file, and draws a cross for "off": this one draws a tick, and nothing for "off".
 */
export function fieldAnnotation(writer: PDFDocument, { element, label }: TaggedField, width: number, height: number, options: AnnotationOptions): AnnotationOptions {
  const tagged = { ...options, structParent: element, TU: new String(label), F: PRINTS }
  if (options.FT !== 'Btn') return tagged
  const [on = 'Yes'] = Object.keys(options.AP?.N ?? {})
  const N = { [on]: drawing(writer, width, height, tickOf(width, height)), Off: drawing(writer, width, height, 'q Q') }
  return { ...tagged, AP: { N } }
}

function drawing(writer: PDFDocument, width: number, height: number, operators: string): Reference {
  const reference = writer.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
  reference.end(operators)
  return reference
}

const tickOf = (width: number, height: number) =>
  `q 1.6 w 0.04 0.05 0.05 RG ${width * 0.2} ${height * 0.5} m ${width * 0.42} ${height * 0.25} l ${width * 0.82} ${height * 0.78} l S Q`

import type { PdfObjects, Thing } from './pdf-objects.contract'

/** From the bytes that a font is given to draw, to the text that they mean. What has no meaning becomes U+FFFD. */
export type Meanings = (codes: Uint8Array) => string

const NO_MEANING = '\uFFFD'
const known = new WeakMap<object, Meanings>()

/** The ToUnicode map of a font whose codes have two bytes, in the forms that pdfkit and this folder write (ISO 32000-1, 9.10.3); for another font, undefined. */
export function meaningsOf(pdf: PdfObjects, font: Thing): Meanings | undefined {
  if (!font || pdf.name(font, 'Subtype') !== 'Type0') return undefined
  const found = known.get(font) ?? read(Buffer.from(pdf.bytes(pdf.at(font, 'ToUnicode'))).toString('latin1'))
  known.set(font, found)
  return found
}

function read(cmap: string): Meanings {
  const meanings = new Map<number, string>()
  for (const [, section = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', list = ''] of section.matchAll(/<(\w+)>\s*<\w+>\s*\[(.*?)\]/gs)) {
      const texts = list.match(/<[\w\s]*>/g) ?? []
      texts.forEach((text, index) => meanings.set(parseInt(from, 16) + index, textOf(text)))
    }
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of section.matchAll(/<(\w+)>\s*(<\w*>)/g)) meanings.set(parseInt(code, 16), textOf(text))
  }
  return (codes) => {
    let text = ''
    for (let at = 0; at + 1 < codes.length; at += 2) text += meanings.get(((codes[at] as number) << 8) | (codes[at + 1] as number)) ?? NO_MEANING
    return text
  }
}

// Marks of direction say which way the letters around them are read. They are no text.
const textOf = (hexadecimal: string) => Buffer.from(hexadecimal.replace(/[<>\s]/g, ''), 'hex').swap16().toString('utf16le').replace(/[\u200E\u200F]/g, '')

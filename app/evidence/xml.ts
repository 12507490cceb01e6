import { SaxesParser, type SaxesAttributeNS } from 'saxes'
import { Found } from './found'

// Parts of office documents are read by one parser and written anew from what it read, so that no other program can read something else in
// them: comments, processing instructions and declarations do not go on.

/** An element as it opens. Its attributes can be changed and taken out. */
export interface Element {
  readonly name: string
  readonly local: string
  readonly uri: string
  attributes: readonly SaxesAttributeNS[]
}

export interface XmlEditor {
  /** Asked about every element; false takes it out with everything inside. */
  keeps?(element: Element): boolean
  closes?(element: Element): void
  /** Asked about every text; what it gives is written instead. */
  text?(text: string, within: Element): string
}

/** Deeper than any document that somebody wrote; some programs fall over what is deeper. */
const MAX_DEPTH = 500

const inText = (text: string) => text.replace(/[&<>\r]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&#13;')
const inAttribute = (text: string) => text.replace(/[&<>"\t\n\r]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? `&#${sign.charCodeAt(0)};`)

/** The text of a part. Office programs write UTF-8; another encoding could hide what is said. */
function decode(bytes: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Found('could-not-check')
  }
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8'
  if (!/^utf-?8$/i.test(encoding)) throw new Found('could-not-check')
  return text
}

/**
 * Reads XML, asks the editor about everything in it, and writes it anew.
 * @throws Found when it is not well-formed or defines entities
 */
export function rewriteXml(bytes: Buffer, editor: XmlEditor): Buffer {
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const open: Element[] = []
  /** How many open elements there were when one was taken out. */
  let droppedAt: number | undefined
  const isDropped = () => droppedAt !== undefined
  const write = (text: string) => {
    const within = open.at(-1)
    if (!isDropped() && within) written.push(inText(editor.text?.(text, within) ?? text))
  }

  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    throw new Found('damaged')
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Found('could-not-check')
  })
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    const element: Element = { name, local, uri, attributes: Object.values(attributes) }
    if (!isDropped() && editor.keeps?.(element) === false) droppedAt = open.length
    open.push(element)
    if (open.length > MAX_DEPTH) throw new Found('could-not-check')
    if (!isDropped()) written.push(`<${name}${element.attributes.map((each) => ` ${each.name}="${inAttribute(each.value)}"`).join('')}>`)
  })
  parser.on('text', write)
  parser.on('cdata', write)
  parser.on('closetag', ({ name }) => {
    const element = open.pop()
    if (droppedAt === open.length) droppedAt = undefined
    else if (!isDropped()) {
      written.push(`</${name}>`)
      if (element) editor.closes?.(element)
    }
  })
  parser.write(decode(bytes)).close()
  return Buffer.from(written.join(''))
}

/** The value of an attribute, by its local name; in any namespace, since two programs may differ on that. */
export const attributeOf = ({ attributes }: Element, local: string): string | undefined => attributes.find((each) => each.local === local)?.value

/** Gives the attributes of this local name another value. */
export function setAttribute(element: Element, local: string, value: string): void {
  element.attributes = element.attributes.map((each) => (each.local === local ? { ...each, value } : each))
}

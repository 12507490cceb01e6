import type { PdfInfo } from 'pdfkit'

/**
 * What a file says of itself in XMP (ISO 16684-1): its title, who wrote it, and that it is PDF/UA-1. An archival file must also
 * describe the PDF/UA property, which PDF/A-2 does not know (ISO 19005-2, 6.6.2.3).
 */
export const xmpOf = (info: PdfInfo, isArchival: boolean): string => `
${description('xmp="http://ns.adobe.com/xap/1.0/"', `<xmp:CreateDate>${info.CreationDate.toISOString().slice(0, 19)}Z</xmp:CreateDate><xmp:CreatorTool>${escaped(info.Creator)}</xmp:CreatorTool>`)}
${description('dc="http://purl.org/dc/elements/1.1/"', `<dc:title>${alternative(info.Title)}</dc:title>${info.Author ? `<dc:creator><rdf:Seq><rdf:li>${escaped(info.Author)}</rdf:li></rdf:Seq></dc:creator>` : ''}${info.Subject ? `<dc:description>${alternative(info.Subject)}</dc:description>` : ''}`)}
${description('pdf="http://ns.adobe.com/pdf/1.3/"', `<pdf:Producer>${escaped(info.Producer)}</pdf:Producer>`)}
${description('pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>')}
${isArchival ? PDFUA_PROPERTY : ''}`

const description = (namespace: string, content: string) => `<rdf:Description rdf:about="" xmlns:${namespace}>${content}</rdf:Description>`
const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
const escaped = (text: string) => text.replace(/[<>&]/g, (character) => ENTITIES[character] ?? character)

const PDFUA_PROPERTY = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

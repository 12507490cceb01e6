export * from './parts'
export type * from './tag'
export type { FieldFont, HiddenField } from './fields'
export { writeTaggedPdf, type TaggedPdfOptions } from './write-tagged-pdf'

export * from './parts'
export type * from './tag'
export { writeTaggedPdf, type TaggedPdfOptions } from './write-tagged-pdf'

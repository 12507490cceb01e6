// What this kit uses of packages that come without types, or with types that do not say what the code does.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  export default class PDFDocument extends Readable {
    constructor(options: {
      pdfVersion: '1.7'
      lang: string
      displayTitle: boolean
      autoFirstPage: boolean
      info: Record<string, string | Date>
    })
  }
}

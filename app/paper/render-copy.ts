import { wordsFor } from '~/i18n/words'
import { copyDocument } from './copy'
import type { CopyRequest } from '~/engine/copy-request'
import { loadFonts } from './kit/fonts'
import { writePdf } from './kit/write-pdf'

/** The bytes of the PDF copy of an application: the same for the same request. */
export async function renderCopy(request: CopyRequest): Promise<Uint8Array> {
  return writePdf(copyDocument(request, wordsFor(request.summary.language), await loadFonts()))
}

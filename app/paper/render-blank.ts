import type { BlankRequest } from '~/engine/blank-request'
import type { Form } from '~/engine/form'
import { wordsFor } from '~/i18n/words'
import { blankDocument } from './blank'
import { loadFonts } from './kit/fonts'
import { writePdf } from './kit/write-pdf'

/** The bytes of a blank paper form: the same for the same form, words and council. */
export async function renderBlank(form: Form, request: BlankRequest): Promise<Uint8Array> {
  return writePdf(await blankDocument(form, request, wordsFor(request.language), await loadFonts()))
}

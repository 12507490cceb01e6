import type { TimelineRequest } from '~/engine/timeline-request'
import { wordsFor } from '~/i18n/words'
import { loadFonts } from './kit/fonts'
import { writePdf } from './kit/write-pdf'
import { timelineDocument } from './timeline'

/** The bytes of the PDF of a timeline: the same for the same request. */
export async function renderTimeline(request: TimelineRequest): Promise<Uint8Array> {
  return writePdf(timelineDocument(request, wordsFor(request.language), await loadFonts()))
}

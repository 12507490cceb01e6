import { loadFonts } from './kit/fonts'
import { renderCopy } from './render-copy'

// A worker thread prints copies, so that no page waits for a PDF. It reads the fonts as it starts, before the first request.
void loadFonts()

export default renderCopy

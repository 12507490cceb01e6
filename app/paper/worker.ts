import { loadFonts } from './kit/fonts'
import { renderCopy } from './render-copy'

// A worker thread prints copies, so that no page waits for a PDF. The fonts are ready before the first request.
await loadFonts()

export default renderCopy

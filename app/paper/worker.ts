import { loadFonts } from './kit/fonts'
import { print } from './print'

// A worker thread prints, so that no page waits for a PDF. It reads the fonts as it starts, before the first job.
void loadFonts()

export default print

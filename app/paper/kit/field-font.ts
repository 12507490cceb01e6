import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fieldFontOf, type FieldFont } from './tagged'

let made: FieldFont | undefined

/** Noto Sans for what is typed into fields: the letters of Western Europe. */
export const fieldFont = (): FieldFont =>
  (made ??= fieldFontOf('NotoSans-Regular', readFileSync(createRequire(import.meta.url).resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'))))

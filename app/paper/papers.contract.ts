import { blankLooks } from '~/engine/blank-request'
import { forms } from '~/forms'
import { languages } from '~/i18n/languages'
import { blankOf } from './blanks.contract'
import { copies, everyScript } from './copies.contract'
import { copyDocument } from './copy'
import { loadFonts } from './kit/fonts'
import { writePdf } from './kit/write-pdf'
import { print } from './print'
import { wordsIn } from './scripts.contract'
import { timelineDocument } from './timeline'
import { arabicTimeline, timelines } from './timelines.contract'

/** A paper to be judged. */
export interface SamplePaper {
  /** A form to fill in cannot be archival (PDF/A). */
  readonly isArchival: boolean
  write(): Promise<Uint8Array>
}

/** What is written about an application, with what families write and what nobody should. */
export const letters: Readonly<Record<string, SamplePaper>> = Object.fromEntries([
  ...Object.entries(copies).map(([name, request]): [string, SamplePaper] => [name, { isArchival: true, write: () => print({ kind: 'copy', ...request }) }]),
  ...Object.entries(timelines).map(([name, request]): [string, SamplePaper] => [name, { isArchival: true, write: () => print({ kind: 'timeline', ...request }) }]),
])

/** Letters in the scripts that have fonts of their own, in documents from the left and from the right; in Urdu, Arabic letters are Nastaliq. */
export const lettersInScripts: Readonly<Record<string, SamplePaper>> = Object.fromEntries([
  ...['en', 'ur'].map((language): [string, SamplePaper] => [
    `a copy in every script, of a family that reads ${language}`,
    { isArchival: true, write: async () => writePdf(copyDocument(everyScript, wordsIn(language), await loadFonts())) },
  ]),
  ['a timeline in Arabic', { isArchival: true, write: async () => writePdf(timelineDocument(arabicTimeline, wordsIn('ar'), await loadFonts())) }],
])

/** Every blank form in every language: the first in every look, and the others, which are drawn by the same hand, in the one that fits most. So is the pseudo-language. */
export const blanks: Readonly<Record<string, SamplePaper>> = Object.fromEntries(
  forms.flatMap((form, index) =>
    languages.flatMap(({ code, pseudo }) =>
      blankLooks.slice(0, index === 0 && !pseudo ? undefined : 1).map((look): [string, SamplePaper] => [`the blank form ${form.id} in ${code}, ${look}`, { isArchival: look !== 'fillable', write: () => blankOf(form, code, look) }]),
    ),
  ),
)

import { blankLooks } from '~/engine/blank-request'
import { forms } from '~/forms'
import { languages } from '~/i18n/languages'
import { asking } from './blanks.contract'
import { copies } from './copies.contract'
import { timelines } from './timelines.contract'
import { print } from './print'

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

/** Every blank form in every language: the first in every look, and the others, which are drawn by the same hand, in the one that fits most. */
export const blanks: Readonly<Record<string, SamplePaper>> = Object.fromEntries(
  forms.flatMap(({ id }, index) =>
    languages.flatMap(({ code }) =>
      blankLooks.slice(0, index === 0 ? undefined : 1).map((look): [string, SamplePaper] => [`the blank form ${id} in ${code}, ${look}`, { isArchival: look !== 'fillable', write: () => print({ kind: 'blank', ...asking(id, code, look) }) }]),
    ),
  ),
)

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

/** Every template, with what families write and what nobody should: a judge that reads papers reads all of these. */
export const papers: Readonly<Record<string, SamplePaper>> = Object.fromEntries([
  ...Object.entries(copies).map(([name, request]): [string, SamplePaper] => [name, { isArchival: true, write: () => print({ kind: 'copy', ...request }) }]),
  ...Object.entries(timelines).map(([name, request]): [string, SamplePaper] => [name, { isArchival: true, write: () => print({ kind: 'timeline', ...request }) }]),
  ...forms.flatMap(({ id }) =>
    languages.flatMap(({ code }) =>
      blankLooks.map((look): [string, SamplePaper] => [`the blank form ${id} in ${code}, ${look}`, { isArchival: look !== 'fillable', write: () => print({ kind: 'blank', ...asking(id, code, look) }) }]),
    ),
  ),
])

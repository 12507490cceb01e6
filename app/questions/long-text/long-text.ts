import * as z from 'zod/mini'
import { cleanText } from '~/engine/clean-text'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import { DANGER, type Kind } from '~/engine/kind'
import { soundsLikeDanger } from '../danger'
import { Fault, isLonger, schemaFrom, textIn } from '../reading'

export interface LongTextSettings {
  /** Characters after cleaning; 20,000 unless given. */
  readonly max?: number
}

export const longTextMax = 20_000

/** Paragraphs as they were pasted: no spaces at the ends of lines, at most one empty line between paragraphs. */
const tidyParagraphs = (text: string) =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

export const longTextKind: Kind<'long-text', LongTextSettings, string> = {
  name: 'long-text',
  boxes: () => [{ name: '' }],
  schema: ({ max = longTextMax }) =>
    schemaFrom((typed) => {
      const paragraphs = tidyParagraphs(textIn(typed, ''))
      return isLonger(paragraphs, max) ? new Fault('tooLong') : paragraphs || null
    }),
  value: () => z.string(),
  typed: (value) => ({ '': value }),
  words: ({ max = longTextMax }) => ({ limit: { max }, left: { number: '{{number}}' }, over: { number: '{{number}}' } }),
  errors: ['tooLong'],
  warnings: [DANGER],
  warn: (value, _settings, { dangerPhrases }) => (soundsLikeDanger(value, dangerPhrases) ? DANGER : undefined),
  // A table that was pasted keeps its tabs; where it is read, its cells stand apart by a sign that no page, PDF or voice swallows.
  lines: (value) => value.split('\n').filter((line) => line.trim() !== '').map((line) => line.replace(/ *\t */g, ' | ')),
  example: () => 'Alex likes trains and drawing.\n\nBusy rooms are hard for Alex.',
}

/** A story in a person's own words, with its paragraphs. */
export const longText = <const Id extends string>(id: Id, settings: LongTextSettings & QuestionSettings = {}): Question<Id, string> =>
  question(longTextKind, id, settings)

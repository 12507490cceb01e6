import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { AnswerFault } from '~/engine/check-answers'
import { wordsFor } from '~/i18n/words'
import { no } from './no'

const say = (key: string, values?: Record<string, string>) => wordsFor('en').text(`paper:command.${key}`, values)

/** Where a file is. npm runs the portal from its own folder; a relative path is meant from where the person stands. */
export const placeOf = (file: string): string => resolve(process.env.INIT_CWD ?? '', file)

/** The JSON in a file; where it cannot be read, the command says no. */
export function jsonIn(command: Command, file: string): unknown {
  const text = orNo(command, 'cannotRead', file, () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(placeOf(file))))
  return orNo(command, 'notJson', file, () => JSON.parse(text) as unknown)
}

/** What is wrong with an answers file: a line for each fault. */
export const faultSentences = (faults: readonly AnswerFault[]): string => faults.map(sentenceOf).join('\n')

function sentenceOf({ question, code }: AnswerFault): string {
  const isOurs = wordsFor('en').has(`paper:command.faults.${code}`)
  const why = isOurs ? say(`faults.${code}`) : say('faults.refused', { code })
  return say('fault', { question: question || say('whole'), why })
}

/** Does something with a file; where that fails, the command says no in the words of `paper:command.KEY`. */
export function orNo<Result>(command: Command, key: string, file: string, attempt: () => Result): Result {
  try {
    return attempt()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return no(command, say(key, { file, reason: error.message }))
  }
}

import type { LanguageWords } from '~/i18n/words'
import { paperDetails } from '~/forms/paper-details'

const OWN = 'papers:calm.details'

/** The words about a paper as the young person whose paper it is reads them: some of them are their own. */
export function paperWords(words: LanguageWords, isCalm: boolean): LanguageWords {
  const ownKey = (key: string) => key.replace(`${paperDetails.id}:`, `${OWN}.`)
  const isOwn = (key: string) => key.startsWith(`${paperDetails.id}:`) && words.has(ownKey(key))
  return isCalm ? { ...words, text: (key, values) => words.text(isOwn(key) ? ownKey(key) : key, values) } : words
}

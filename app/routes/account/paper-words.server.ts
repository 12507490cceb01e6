import type { Form } from '~/engine/form'
import type { LanguageWords } from '~/i18n/words'
import { paperDetails } from '~/forms/paper-details'

/** Whoever reads some of the words about a paper as their own: a young person, or a school. */
const readerOf = ({ calm, evidence }: Form): 'calm' | 'school' | undefined => (calm ? 'calm' : evidence && 'school')

/** The words about a paper as they are for whoever the form is for. */
export function paperWords(words: LanguageWords, form: Form): LanguageWords {
  const reader = readerOf(form)
  const ownKey = (key: string) => key.replace(`${paperDetails.id}:`, `papers:${reader}.details.`)
  const isOwn = (key: string) => key.startsWith(`${paperDetails.id}:`) && words.has(ownKey(key))
  return reader ? { ...words, text: (key, values) => words.text(isOwn(key) ? ownKey(key) : key, values) } : words
}

import type { Services } from '../services'
import type { OverLetter } from './invitation'

/** What a school reads that was writing when what it was asked for was closed. It names nobody: its own page says which one it was. */
export function overLetterOf({ council, wordsFor }: Pick<Services, 'council' | 'wordsFor'>): OverLetter {
  const say = (part: 'subject' | 'body') => wordsFor('en').text(`mail:invitation-over.${part}`, { council: council.name, phone: council.phone })
  return { subject: say('subject'), body: say('body') }
}

import type { Actor } from './actor'
import type { By } from './uploads'

/** Who opened a file, as its reader may know it. */
export type Opener = 'you' | 'colleague' | 'school' | 'asker' | 'council'

/**
 * Who opened a file. What a family sent is opened by its family and the council; what a school sent, by its people, by whoever asked and by the council.
 * @param place what is read: files of a family, files of one's own school, or what a school sent to whoever asked
 */
export function openerOf({ role, who, isAsker }: By, reader: Actor, place: 'family' | 'school' | 'asker'): Opener {
  if (role === 'operator' || role === 'system') return 'council'
  if (isAsker) return place === 'asker' ? 'you' : 'asker'
  if (place === 'family' || (reader.role === 'person' && reader.person === who)) return 'you'
  return place === 'asker' ? 'school' : 'colleague'
}

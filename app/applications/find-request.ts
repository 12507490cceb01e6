import type { Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import type { Actor } from './actor'
import { safeEmailOf } from './notices'
import { authorise } from './permissions'
import { canonicalJson } from './sent-summary'
import type { Services } from './services'

// A request that was sent without signing in belongs to that browser, for some days. Its sender finds it again from anywhere by two things together:
// an email address of theirs that is in the request, and the name in it. The address alone is not enough: nobody proved it when it was typed, and a
// slip of one letter would hand a child's file to a stranger, who was sent the receipt with its reference.

/** What the sender knows: their address with each name that the child or young person has in the request. None where it is not safe to email. */
export function sendersOf(form: Form, journey: Journey): readonly string[] {
  const email = safeEmailOf(form, journey)
  const namesIn = (questions: readonly string[]) => questions.map(journey.valueOf).filter((name): name is string => typeof name === 'string' && plainName(name) !== '')
  // The last name often stands in the address itself, so it counts only where there is no other.
  const others = namesIn(form.named.slice(0, -1))
  const names = others.length > 0 ? others : namesIn(form.named)
  return email === undefined ? [] : [...new Set(names.map((name) => known(email, name)))]
}

/**
 * Keeps a request that this person sent before they signed in as theirs. Again, it is theirs already.
 * @param name the child's or young person's, as the request has it
 * @returns false when it is not there, is somebody else's, or either of the two is not in it
 */
export async function findRequest({ store }: Services, actor: Actor, reference: string, name: string): Promise<boolean> {
  authorise(actor, 'find', 'any')
  if (await store.application(actor, reference)) return true
  const person = await store.person(actor)
  return person !== undefined && (await store.giveToSender(actor, reference, known(person.email, name)))
}

const known = (email: string, name: string): string => canonicalJson([email.trim().normalize('NFC').toLowerCase(), plainName(name)])

/** Letters that Unicode does not take apart into a letter and its accent. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss' }

/** The first word of a name, without accents and capitals: people write it in many ways. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđıß]/g, (letter) => WHOLE[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .find((word) => word !== '') ?? ''

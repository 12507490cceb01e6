import type { Establishment } from '~/applications/establishments'
import { StoreUnavailable } from '~/applications/failures'
import type { Services } from '~/applications/services'
import type { Answers, Question } from '~/engine/form'
import { listedText, type EstablishmentSettings, type Offer } from '~/questions/establishment/establishment'

/** Schools to choose from, for each question whose answer is in somebody's own words and may mean one of the register: by question id. */
export type Offers = Readonly<Record<string, readonly Offer[]>>

/** Looks up what the answers of a page may mean. Nobody waits for more than this, and nothing that was typed is changed by it. */
export async function offersOn({ store }: Pick<Services, 'store'>, questions: readonly Question[], answers: Answers): Promise<Offers> {
  const asked = questions.flatMap(({ id, kind, settings }) => {
    const typed = answers[id]
    return kind.name === 'establishment' && typeof typed === 'string' ? [{ id, typed, town: townIn(settings, answers) }] : []
  })
  const found = await Promise.all(
    asked.map(async ({ id, typed, town }) => {
      // What stays of a number that is another school's is no name.
      const name = typed.replace(/ \(URN [^)]*\)$/, '')
      const find = (text: string) => offersFor({ store }, text).catch(noneWhileUnavailable)
      const near = await find(`${name} ${town}`)
      return [id, near.length > 0 ? near : await find(name)] as const
    }),
  )
  return Object.fromEntries(found.filter(([, offers]) => offers.length > 0))
}

/** Schools of the register that a text may mean. */
export const offersFor = async ({ store }: Pick<Services, 'store'>, text: string): Promise<readonly Offer[]> => (await store.findEstablishments(text)).map(offerOf)

/** None where the store cannot be read: what was typed is kept without them. */
const noneWhileUnavailable = (error: unknown): readonly Offer[] => {
  if (error instanceof StoreUnavailable) return []
  throw error
}

function townIn({ town }: EstablishmentSettings, answers: Answers): string {
  const said = town === undefined ? undefined : answers[town]
  return typeof said === 'string' ? said : ''
}

function offerOf({ urn, name, town, street, postcode, type, status }: Establishment): Offer {
  const place = [street, town, postcode].filter(Boolean).join(', ')
  return {
    value: listedText({ urn, name, ...(town && { town }), ...(status === 'closed' && { closed: true }) }),
    label: name,
    details: [place, type].filter(Boolean).join('. '),
    status,
  }
}

import type { Answers, Question } from '~/engine/form'
import { establishmentKind, listedText, type EstablishmentAnswer, type ListedEstablishment } from '~/questions/establishment/establishment'
import type { Store } from './ports'

/**
 * Answers with each school as the national register has it. A number beside a name that is not the register's own stays what somebody said: nobody may
 * be asked about a child because of a number that was left in the box.
 */
export async function asListed(store: Pick<Store, 'establishment'>, questions: readonly Question[], answers: Answers): Promise<Answers> {
  const schools = questions.flatMap(({ id, kind }) => {
    const answer = answers[id] as EstablishmentAnswer | null | undefined
    return kind.name === establishmentKind.name && typeof answer === 'object' && answer !== null ? [[id, answer] as const] : []
  })
  const listed = await Promise.all(schools.map(async ([id, answer]) => [id, (await listedAs(store, answer)) ?? listedText(answer)] as const))
  return listed.length === 0 ? answers : { ...answers, ...Object.fromEntries(listed) }
}

async function listedAs(store: Pick<Store, 'establishment'>, { urn, name, town }: ListedEstablishment): Promise<ListedEstablishment | undefined> {
  const known = await store.establishment(urn)
  if (!known) return undefined
  const own = { urn, name: known.name, ...(known.town && { town: known.town }) }
  return listedText(own) === listedText({ urn, name, town }) ? { ...own, ...(known.status === 'closed' && { closed: true as const }) } : undefined
}

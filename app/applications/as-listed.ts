import type { Answers, Question } from '~/engine/form'
import type { Store } from './ports'

/** Answers with each school that they name as the national register has it. */
export async function asListed(store: Pick<Store, 'establishment'>, questions: readonly Question[], answers: Answers): Promise<Answers> {
  const named = questions.flatMap(({ id, kind: { register } }) => {
    const answer = answers[id]
    const urn = answer === undefined || answer === null ? undefined : register?.numberIn(answer)
    return register && urn !== undefined ? [{ id, answer, urn, register }] : []
  })
  if (named.length === 0) return answers
  const listed = await Promise.all(named.map(async ({ id, answer, urn, register }) => [id, register.confirmed(answer, await store.establishment(urn))] as const))
  return { ...answers, ...Object.fromEntries(listed) }
}

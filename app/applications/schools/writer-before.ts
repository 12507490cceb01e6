import { isValue, type Answers, type Form } from '~/engine/form'
import { answersIn } from '~/engine/parts'
import type { Actor } from '../actor'
import type { Services } from '../services'

/**
 * What is known of somebody who begins to write for a school: what they said of themselves when they last did and, where they have not, the name by which
 * their colleagues know them. Nothing is typed twice (WCAG 3.3.7).
 */
export async function writerBefore({ store }: Pick<Services, 'store'>, actor: Extract<Actor, { role: 'person' }>, urn: string, form: Form): Promise<Answers> {
  const { evidence } = form
  if (!evidence) return {}
  const member = (await store.members(actor, urn))?.find(({ person }) => person === actor.person)
  const name = member && member.name !== member.email ? { [evidence.writer]: member.name } : {}
  const said = (await store.applications(actor)).filter((each) => each.form === form.id)
  for (const { id } of said) {
    const answerOf = answersIn(form, await store.parts(actor, id))
    const known = [evidence.writer, ...evidence.writerToo].flatMap((question) => (isValue(answerOf(question)) ? [[question, answerOf(question)] as const] : []))
    // A name alone may be the one that was filled in for them.
    if (known.some(([question]) => question !== evidence.writer)) return { ...name, ...Object.fromEntries(known) }
  }
  return name
}

import { randomUUID } from 'node:crypto'
import type { Actor } from '../actor'
import type { Application } from '../application'
import type { NewMessage } from '../message'
import { safeEmailOf } from '../notices'
import { openApplication } from '../open-application'
import type { Services } from '../services'

/** The portal itself: what it reads here goes to nobody but whoever holds the request. */
const portal: Actor = { role: 'operator' }

/** The email to whoever asked that a school has answered, or will not, where email is safe. It names no school, no child and no form. */
export async function schoolNewsOf(services: Services, { form: id, reference, language }: Application): Promise<readonly NewMessage[]> {
  const form = services.formNamed(id)
  if (!form) return []
  const { journey } = await openApplication(services, portal, form, reference, 'read')
  const to = safeEmailOf(form, journey)
  if (to === undefined) return []
  const values = { council: services.council.name, reference, link: `${services.baseUrl}/applications/${reference}/schools` }
  const say = (part: 'subject' | 'body') => services.wordsFor(language).text(`mail:school-news.${part}`, values)
  return [{ id: randomUUID(), to, subject: say('subject'), body: say('body') }]
}

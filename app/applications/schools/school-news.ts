import { randomUUID } from 'node:crypto'
import type { Actor } from '../actor'
import type { Application } from '../application'
import type { NewMessage } from '../message'
import { gatheredUntil, safeEmailOf } from '../notices'
import { openApplication } from '../open-application'
import type { NewsServices } from '../stage-news'
import { viewerFor } from '../viewer'
import { isFileForAsker } from './evidence'
import type { Asked } from './invitation'

/** The portal itself: what it reads here goes to nobody but whoever holds the request. */
const portal: Actor = { role: 'operator' }

/**
 * The email to the family of a request that a school has answered, or will not, where email is safe. It names no school, no child and no form.
 * @param by whoever asked the school: a family that asked nobody is not told that it did
 */
export async function schoolNewsOf(services: NewsServices, { form: id, reference, language }: Application, by: Asked['by']): Promise<readonly NewMessage[]> {
  const form = services.formNamed(id)
  if (!form) return []
  const open = await openApplication(services, portal, form, reference, 'read')
  const to = safeEmailOf(form, open.journey)
  if (to === undefined || (await viewerFor(services, portal, form, open)) !== 'family') return []
  const words = services.wordsFor(language)
  const values = { council: services.council.name, reference, link: `${services.baseUrl}/applications/${reference}/schools`, news: words.text(`mail:school-news.news.${by}`) }
  const say = (part: 'subject' | 'body') => words.text(`mail:school-news.${part}`, values)
  return [{ id: randomUUID(), to, subject: say('subject'), body: say('body') }]
}

/** The same when a file of what a school sent can be opened and is for the family: one email for all that come within ten minutes. */
export async function schoolFileNewsOf(services: NewsServices, sentFor: string, upload: string, now: string): Promise<readonly NewMessage[]> {
  const request = await services.store.application(portal, sentFor)
  const by = request && (await isFileForAsker(services, portal, request.id, upload))
  if (!request || !by) return []
  const until = gatheredUntil(now)
  return (await schoolNewsOf(services, request, by)).map((each) => ({ ...each, id: `school-news ${sentFor} ${until}`, gatheredUntil: until }))
}

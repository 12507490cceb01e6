import { mayMeanDanger } from '~/applications/danger'
import { givenBy } from '~/applications/services'
import type { Context } from '~/context.server'
import type { Answers, Form } from '~/engine/form'
import type danger from '../../locales/en/danger.json'

/** Where to go when something was said: with where to get help now, when words of it may mean danger. */
export const helpAfter = ({ services }: Context, path: string, form: Form, answers: Answers): string => (mayMeanDanger(form, answers, givenBy(services)) ? `${path}?help=now` : path)

/** Where to get help now, on a page that such words led to. */
export function helpShown({ visit: { words } }: Context, request: Request, at: 'helpNow' | 'helpNowAtSchool', when: 'afterSending' | 'afterLeaving' = 'afterSending'): typeof danger.helpNow | null {
  if (new URL(request.url).searchParams.get('help') !== 'now') return null
  const { heading, lines } = words.tree<typeof danger.helpNow>(`danger:${at}`)
  const said = words.tree<typeof danger.afterSending>(`danger:${when}`)
  return { heading, lines, saved: said.saved, after: said[at] }
}

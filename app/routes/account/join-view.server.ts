import { isPhoto, MOST_PHOTOS } from '~/applications/join-photos'
import { uploadsOf } from '~/applications/open-upload'
import type { Upload } from '~/applications/uploads'
import type { Context } from '~/context.server'
import { titleOf } from '../responses.server'
import type { Following } from './follow.server'
import { papersPath } from './papers-path'

/** Why photos were not joined, as the page says it first. */
export const JOIN_FAULTS = ['too-few', 'too-large', 'too-many', 'closed', 'not-joined'] as const
export type JoinFault = (typeof JOIN_FAULTS)[number]

export const joinPath = (reference: string, photos: readonly string[] = [], fault?: JoinFault): string => {
  const query = new URLSearchParams([...photos.map((id) => ['photo', id]), ...(fault ? [['show', fault]] : [])])
  return papersPath(reference, `/join${query.size > 0 ? `?${query.toString()}` : ''}`)
}

/**
 * The photos as they were picked, in order, after the button that was pressed: one is moved, or left out. The order is in the address, so that it can be
 * changed without scripts, and Back undoes a step.
 */
export function orderIn(search: URLSearchParams): readonly string[] {
  const ids = [...new Set(search.getAll('photo'))].slice(0, MOST_PHOTOS)
  const [up, down, out] = ['up', 'down', 'out'].map((name) => ids.indexOf(search.get(name) ?? '')) as [number, number, number]
  if (up > 0) return swapped(ids, up - 1)
  if (down >= 0 && down < ids.length - 1) return swapped(ids, down)
  return out >= 0 ? ids.toSpliced(out, 1) : ids
}
const swapped = (ids: readonly string[], at: number): readonly string[] => ids.toSpliced(at, 2, ids[at + 1] ?? '', ids[at] ?? '')

export async function joinViewOf(context: Context, open: Following, search: URLSearchParams) {
  const { words } = context.visit
  const say = (key: string, values?: Record<string, string | number>) => words.text(`papers:join.${key}`, values)
  const { uploads } = await uploadsOf(context.services, open.actor, open.reference)
  const photos = uploads.filter(isPhoto)
  const picked = orderIn(search).flatMap((id) => photos.filter((each) => each.id === id))
  const fault = JOIN_FAULTS.find((each) => each === search.get('show'))
  const photoOf = ({ id, name, pictures }: Upload) => ({ id, name, src: pictures ? papersPath(open.reference, `/${id}/pages/1`) : null, alt: say('photo', { name }) })
  return {
    title: titleOf(context, say('heading'), fault !== undefined),
    heading: say('heading'),
    back: { text: words.text('papers:details.back'), href: papersPath(open.reference) },
    path: joinPath(open.reference),
    csrf: context.visit.csrf(),
    fault: fault ? { title: words.text('common:problem'), text: say(`faults.${fault}`, { most: MOST_PHOTOS }) } : null,
    intro: say('intro', { most: MOST_PHOTOS }),
    pick: { heading: say('pick'), photos: photos.filter((each) => !picked.includes(each)).map(photoOf), button: say(picked.length > 0 ? 'more' : 'next'), none: say('none') },
    order: { heading: say('order'), photos: picked.map(photoOf), up: say('up'), down: say('down'), out: say('out'), name: say('nameLabel'), nameHint: say('nameHint'), errorPrefix: words.text('questions:error'), button: say('button') },
  }
}

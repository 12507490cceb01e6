import type { Upload } from '~/applications/uploads'
import { refusal, type Context } from '~/context.server'
import { titleOf } from '../responses.server'

interface Link {
  readonly text: string
  readonly href: string
}

export interface LookView {
  readonly title: string
  readonly heading: string
  readonly back: Link
  readonly intro: string
  readonly pictures: readonly { readonly src: string; readonly alt: string }[]
  readonly links: readonly Link[]
}

/** Where a page of pictures is: below the address of its file, with the links that stand on it. */
interface Place {
  readonly name: string
  readonly path: string
  readonly file: string
  readonly back: Link
  readonly links: readonly Link[]
}

/** The page that shows the pages of a file as pictures. Whoever asks for it was authorised before. */
export function lookViewOf(context: Context, upload: Upload | undefined, { name, path, file, back, links }: Place): LookView {
  if (upload?.state !== 'ready' || !upload.pictures) throw refusal(context, 404, 'not-found')
  const { words } = context.visit
  const { pictures, pages = pictures } = upload
  const say = (key: string, values?: Record<string, string | number>) => words.text(`papers:look.${key}`, values)
  return {
    title: titleOf(context, say('heading', { name })),
    heading: say('heading', { name }),
    back,
    intro: pages > pictures ? say('first', { count: pictures, pages }) : say('all', { count: pages }),
    pictures: Array.from({ length: pictures }, (_, at) => ({ src: `${path}/pages/${at + 1}`, alt: say('page', { number: at + 1, pages, name }) })),
    links: [{ href: file, text: say('open') }, ...links],
  }
}

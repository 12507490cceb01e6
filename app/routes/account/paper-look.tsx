import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { uploadsOf } from '~/applications/open-upload'
import { refusal } from '~/context.server'
import { LinkList } from '~/ui/link-list'
import { pageTitle } from '../page-title'
import { titleOf } from '../responses.server'
import { following } from './follow.server'
import { papersPath } from './papers-path'

export const meta = pageTitle

/** What a paper looks like, page by page, without opening the file. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'read')
  const { words } = context.visit
  const upload = (await uploadsOf(context.services, open.actor, open.reference)).uploads.find(({ id }) => id === args.params.paper)
  if (upload?.state !== 'ready' || !upload.pictures) throw refusal(context, 404, 'not-found')
  const { id, name, pictures, pages = pictures } = upload
  const say = (key: string, values?: Record<string, string | number>) => words.text(`papers:look.${key}`, values)
  return json({
    title: titleOf(context, say('heading', { name })),
    heading: say('heading', { name }),
    back: { text: words.text('papers:details.back'), href: papersPath(open.reference) },
    intro: pages > pictures ? say('first', { count: pictures, pages }) : say('all', { count: pages }),
    pictures: Array.from({ length: pictures }, (_, at) => ({ src: papersPath(open.reference, `/${id}/pages/${at + 1}`), alt: say('page', { number: at + 1, pages, name }) })),
    links: [{ href: papersPath(open.reference, `/${id}/file`), text: say('open') }, { href: papersPath(open.reference, `/${id}`), text: words.text('papers:list.describe') }],
  })
}

export default function PaperLookPage() {
  const { heading, intro, pictures, links } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{intro}</p>
      <LinkList links={links} />
      <ol className="govuk-list wm-pictures">
        {pictures.map(({ src, alt }) => (
          <li key={src}>
            <img src={src} alt={alt} loading="lazy" />
          </li>
        ))}
      </ol>
    </>
  )
}

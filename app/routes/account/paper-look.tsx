import type { LoaderFunctionArgs } from '@remix-run/node'
import { uploadsOf } from '~/applications/open-upload'
import { pageTitle } from '../page-title'
import { shown } from '../responses.server'
import { following } from './follow.server'
import { LookAtPages } from './look-at-pages'
import { lookViewOf } from './look-view.server'
import { papersPath } from './papers-path'

export const meta = pageTitle

/** What a paper looks like, page by page, without opening the file. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'read')
  const { words } = context.visit
  const upload = (await uploadsOf(context.services, open.actor, open.reference)).uploads.find(({ id }) => id === args.params.paper)
  const path = papersPath(open.reference, `/${upload?.id ?? ''}`)
  return shown(
    lookViewOf(context, upload, {
      name: upload?.name ?? '',
      path,
      file: `${path}/file`,
      back: { text: words.text('papers:details.back'), href: papersPath(open.reference) },
      links: [{ href: path, text: words.text('papers:list.describe') }],
    }),
  )
}

export default LookAtPages

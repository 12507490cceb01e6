import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceFileFor } from '~/applications/schools/evidence'
import { nameToSave } from '~/applications/uploads'
import { pageTitle } from '../page-title'
import { answering, shown } from '../responses.server'
import { evidenceFileIn, evidencePath } from './evidence-path.server'
import { following } from './follow.server'
import { LookAtPages } from './look-at-pages'
import { lookViewOf } from './look-view.server'

export const meta = pageTitle

/** What a file that a school sent looks like, for the family, page by page. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const open = await following(args, 'read')
  const asked = evidenceFileIn(params)
  const upload = await answering(context, request, () => evidenceFileFor(context.services, open.actor, open.form, open, asked))
  const path = evidencePath(open.reference, asked)
  const back = { text: context.visit.words.text('invite:look.back'), href: evidencePath(open.reference, { invitation: asked.invitation }) }
  return shown(lookViewOf(context, upload, { name: nameToSave(upload), path, file: path, back, links: [] }))
}

export default LookAtPages

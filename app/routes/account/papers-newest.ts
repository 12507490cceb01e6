import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { following } from './follow.server'
import { papersViewOf } from './papers-view.server'

/** The list of papers as it is now, for the page that shows it. */
export const loader = async (args: LoaderFunctionArgs) => json(await papersViewOf(args.context, await following(args, 'read'), new URL(args.request.url).searchParams))

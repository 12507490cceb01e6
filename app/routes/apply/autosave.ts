import type { ActionFunctionArgs } from '@remix-run/node'
import { keepTyping } from '../keep-typing.server'
import { formOf, pageSaveOf } from './apply.server'

/** Keeps what is being typed on a page of a form. */
export const action = (args: ActionFunctionArgs) => keepTyping(args, formOf(args.context, args.params), (posted) => pageSaveOf(posted, args.params))

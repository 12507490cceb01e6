import type { ActionFunctionArgs } from '@remix-run/node'
import { readReference } from '~/applications/reference'
import { refusal } from '~/context.server'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { keepTyping } from '../keep-typing.server'
import { typingAt } from './reply-view.server'

/** Keeps what a family is typing about a draft plan. */
export async function action(args: ActionFunctionArgs) {
  const reference = readReference(args.params.reference ?? '')
  if (!reference) throw refusal(args.context, 404, 'not-found')
  return keepTyping(args, draftPlanReply, () => typingAt(reference))
}

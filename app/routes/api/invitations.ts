import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { problem, problemResponse } from '~/api/problem'
import { readIdempotencyKey, readInvitationInput } from '~/api/read-request'
import type { InvitationResult } from '~/api/shapes'
import { toApiInvitation } from '~/api/to-api-application'
import { authorise, NotFound } from '~/applications/permissions'
import { referenceIn } from '~/applications/reference'
import { inviteSchool } from '~/applications/schools/invite-school'
import { formNamed } from '~/forms'
import { apiWords, answeringSystem } from './api.server'

/** Asks a school what it knows about a request, in the council's name. */
export const action = ({ context, params }: ActionFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const words = apiWords()
    const { services } = context
    const retry = readIdempotencyKey(words, context.idempotencyKey)
    if ('problem' in retry) return problemResponse(retry.problem)
    const read = readInvitationInput(words, context.body, services.clock.today())
    if ('problem' in read) return problemResponse(read.problem)
    const application = await services.store.application(system, referenceIn(params.reference ?? ''))
    authorise(system, 'invite', application)
    const form = formNamed(application.form)
    if (!form) throw new NotFound(`no form ${application.form}`)
    const { dueOn, ...asked } = read.input
    const outcome = await inviteSchool(services, system, form, application.reference, { ...asked, shows: [], key: retry.key ?? randomUUID(), ...(dueOn !== undefined && { dueOn }) })
    if ('invited' in outcome) {
      const body: InvitationResult = { invited: toApiInvitation(outcome.invited, undefined, false), repeated: outcome.repeated }
      return Response.json(body, { status: outcome.repeated ? 200 : 201 })
    }
    if (outcome.refused === 'key-reused') return problemResponse(problem(words, 'key-reused'))
    return problemResponse({ ...problem(words, 'cannot-invite'), detail: words.text(`api:refusals.${outcome.refused}`), code: outcome.refused })
  })

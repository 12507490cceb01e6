import type { ActionFunctionArgs } from '@remix-run/node'
import { factResponse, problemResponse } from '~/api/problem'
import { readFactInput, readIdempotencyKey } from '~/api/read-request'
import { addFact } from '~/applications/add-fact'
import { referenceIn } from '~/applications/reference'
import { apiWords, answeringSystem } from './api.server'

/** Records what happened in the council's own systems, in near real time. */
export const action = ({ context, params }: ActionFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const words = apiWords()
    const retry = readIdempotencyKey(words, context.idempotencyKey)
    if ('problem' in retry) return problemResponse(retry.problem)
    const read = readFactInput(words, context.body)
    if ('problem' in read) return problemResponse(read.problem)
    const result = await addFact(context.services, system, referenceIn(params.reference ?? ''), {
      ...read.input,
      ...(retry.key !== undefined && { idempotencyKey: retry.key }),
    })
    return factResponse(words, result)
  })

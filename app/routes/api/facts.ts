import type { ActionFunctionArgs } from '@remix-run/node'
import { factResponse, problemResponse } from '~/api/problem'
import { readFactInput } from '~/api/read-request'
import { addFact } from '~/applications/add-fact'
import { formNamed } from '~/forms'
import { apiProblem, apiWords, answeringSystem } from './api.server'

const KEY = /^[\x21-\x7E]{1,200}$/

/** Records what happened in the council's own systems, in near real time. */
export const action = ({ context, params, request }: ActionFunctionArgs) =>
  answeringSystem(context, async (system) => {
    if (request.method !== 'POST') return apiProblem('not-found')
    const words = apiWords()
    const idempotencyKey = request.headers.get('Idempotency-Key')
    if (idempotencyKey !== null && !KEY.test(idempotencyKey)) return apiProblem('bad-idempotency-key')
    const read = readFactInput(words, context.body)
    if ('problem' in read) return problemResponse(read.problem)
    const result = await addFact(context.services, system, formNamed, params.reference ?? '', {
      ...read.input,
      details: read.input.details ?? {},
      ...(idempotencyKey !== null && { idempotencyKey }),
    })
    return factResponse(words, result)
  })

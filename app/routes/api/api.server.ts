import type { Actor } from '~/applications/actor'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { problem, problemResponse, type ProblemCode } from '~/api/problem'
import { StoreUnavailable } from '~/applications/failures'
import type { Context } from '~/context.server'
import { wordsFor, type LanguageWords } from '~/i18n/words'

/** The API speaks English: it is read by developers. */
export const apiWords = (): LanguageWords => wordsFor('en')

export const apiProblem = (code: ProblemCode): Response => problemResponse(problem(apiWords(), code))

/** Answers one of the council's systems, known by its key; every refusal is a problem document. */
export async function answeringSystem(context: Context, work: (system: Extract<Actor, { role: 'system' }>) => Promise<Response>): Promise<Response> {
  if (!context.system) return apiProblem('no-key')
  try {
    return await work(context.system)
  } catch (error) {
    if (error instanceof NotFound) return apiProblem('not-found')
    if (error instanceof NotAllowed) return apiProblem('not-allowed')
    if (error instanceof StoreUnavailable) return apiProblem('busy')
    throw error
  }
}

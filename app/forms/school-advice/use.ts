import { is, not } from '~/engine/condition'

/** The setting sends what it knows about a request that somebody else made. Left blank, it is a request: the right to ask hangs on no tick. */
export const isEvidence = is('schoolUse', 'evidence')
export const isRequest = not(isEvidence)

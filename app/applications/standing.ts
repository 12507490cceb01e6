import type { Fact, FactName } from './facts'

const RECEIVED: readonly FactName[] = ['submitted', 'received-on-paper', 'brought-to-notice', 'evidence-sent']
const CLOSED: readonly FactName[] = ['withdrawn', 'assessment-ended']

/** Whether it tells that a request came. */
export const isReceipt = ({ fact }: Fact): boolean => RECEIVED.includes(fact)

/** The fact by which the council got the request: the law counts from its date. */
export const receivedAs = (facts: readonly Fact[]): Fact | undefined => facts.find(isReceipt)

/** Whether it tells what a school knows about a request of somebody else: the dates of that request count. */
export const isEvidence = (told: Pick<Fact, 'details'> | undefined): boolean => told !== undefined && hasRemark(told, 'evidence')

/** The remark on an answer that somebody accepted who is not known to belong to the school. */
export const NOT_A_MEMBER = 'not-a-member'

export const hasRemark = ({ details: { remarks } }: Pick<Fact, 'details'>, remark: string): boolean => Array.isArray(remarks) && remarks.includes(remark)

/** The fact that ended the request before a decision, after which the family can send nothing more on it. */
export const closedBy = (facts: readonly Fact[]): Fact | undefined => facts.find(closes)

/** Whether it ends the request, and with it what schools are asked and shown. */
export const closes = ({ fact }: Pick<Fact, 'fact'>): boolean => CLOSED.includes(fact)

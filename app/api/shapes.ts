import * as z from 'zod'
import { estimatedSteps, exceptions, factDetails, factName, factNames, isoDate, type FactName } from '~/applications/facts'
import { milestoneIds, milestoneStates } from '~/applications/milestones'
import { askers, asks, invitationStates } from '~/applications/schools/invitation'
import { latenessStates, stages } from '~/applications/status'
import { fileTypes, type FileType } from '~/applications/uploads'

// The JSON that the council's own systems see. What these schemas say is what docs/api.md and the OpenAPI document say.

const instant = z.iso.datetime()
const route = z.enum(['new', 'reassessment', 'tribunal-assess', 'mediation-assess', 'unopposed-assess', 'tribunal-make-plan'])
const exceptionKind = z.enum([...exceptions, 'coronavirus'])

export const statusShape = z.object({
  stage: z.enum(stages),
  since: isoDate.optional(),
  route: route.optional(),
  lateness: z
    .object({
      state: z.enum(latenessStates),
      step: z.enum(estimatedSteps),
      dueOn: isoDate,
      days: z.int().min(0),
      excusedBy: exceptionKind.optional(),
      reason: z.string().optional(),
      expectedOn: isoDate.optional(),
    })
    .optional(),
})

export const milestoneShape = z.object({
  id: z.enum(milestoneIds),
  round: z.int().min(0),
  route,
  of: z.string().optional(),
  regulation: z.string(),
  startedOn: isoDate,
  dueOn: isoDate,
  metOn: isoDate.optional(),
  state: z.enum(milestoneStates),
  excusedBy: exceptionKind.optional(),
  daysToDue: z.int().optional(),
})

export const factShape = z.object({
  id: z.string(),
  fact: factName,
  on: isoDate,
  recordedAt: instant,
  by: z.string(),
  details: z.record(z.string(), z.unknown()),
})

const itemRowShape = z.object({ question: z.string(), label: z.string(), lines: z.array(z.string()) })
export const rowShape = itemRowShape.extend({
  items: z.array(z.object({ title: z.string(), rows: z.array(itemRowShape) })).optional(),
})

export const summaryShape = z.object({
  language: z.string(),
  title: z.string(),
  name: z.string(),
  sections: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(rowShape) })),
})

/** One line of the list: enough to see what changed. */
export const listedShape = z.object({
  reference: z.string(),
  form: z.string(),
  changedAt: instant,
  status: statusShape,
})

export const listShape = z.object({ applications: z.array(listedShape), next: z.string().optional() })

/** A school that was asked what it knows, and what it sent. */
export const invitationShape = z.object({
  id: z.string(),
  school: z.object({ urn: z.string(), name: z.string() }),
  email: z.string(),
  asks: z.array(z.enum(asks)),
  by: z.enum(askers),
  state: z.enum(invitationStates),
  askedAt: instant,
  dueOn: isoDate,
  acceptedAt: instant.optional(),
  isMember: z.boolean().optional(),
  answeredAt: instant.optional(),
  declinedAt: instant.optional(),
  reason: z.string().optional(),
  takenBackAt: instant.optional(),
  endedAt: instant.optional(),
  evidence: z.object({ reference: z.string(), sentAt: instant, hasProtectedDetails: z.boolean(), summary: summaryShape }).optional(),
})

/** A paper, photo or recording that the family sent. It can be collected once it is `ready`. */
export const paperShape = z.object({
  id: z.string(),
  state: z.enum(['checking', 'ready']),
  type: z.enum(Object.keys(fileTypes) as [FileType]).optional(),
  size: z.int().min(0),
  sentAt: instant,
  replaces: z.string().optional(),
  /** The question that it answers instead of words. */
  question: z.string().optional(),
  kind: z.string().optional(),
  sees: z.enum(['council', 'advisers', 'advisers-and-school']),
  about: z.array(itemRowShape),
})

export const applicationShape = z.object({
  reference: z.string(),
  form: z.string(),
  language: z.string(),
  sentAt: instant.optional(),
  status: statusShape,
  milestones: z.array(milestoneShape),
  facts: z.array(factShape),
  hashes: z.array(z.object({ fact: z.string(), hash: z.string().regex(/^[0-9a-f]{64}$/) })),
  hasProtectedDetails: z.boolean(),
  summary: summaryShape.optional(),
  papers: z.array(paperShape).optional(),
  invitations: z.array(invitationShape).optional(),
})

/** Whom a council's system asks to be asked. */
export const invitationInputShape = z.strictObject({
  urn: z.string().regex(/^[1-9]\d{4,6}$/),
  email: z.email(),
  asks: z.array(z.enum(asks)).min(1),
  dueOn: isoDate.optional(),
})

export const invitationResultShape = z.object({ invited: invitationShape, repeated: z.boolean() })

/** Nothing but the facts that ask for details needs `details`. */
const inputOf = (name: FactName) => {
  const details = factDetails[name]
  const isNeeded = !details.safeParse({}).success
  return z.strictObject({ fact: z.literal(name), on: isoDate, details: isNeeded ? details : details.optional() })
}

/** What a council's system may tell us of each fact. */
export const factInputs = Object.fromEntries(factNames.map((name) => [name, inputOf(name)])) as Readonly<Record<FactName, ReturnType<typeof inputOf>>>
const [first, ...others] = factNames.map((name) => factInputs[name])
export const factInputShape = z.discriminatedUnion('fact', [first as ReturnType<typeof inputOf>, ...others])

export const factResultShape = z.object({ recorded: factShape, repeated: z.boolean(), status: statusShape })

/** RFC 9457, with a code that never changes. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

export type ApiPaper = z.output<typeof paperShape>
export type ApiApplication = z.output<typeof applicationShape>
export type ApiListed = z.output<typeof listedShape>
export type ApiList = z.output<typeof listShape>
export type ApiInvitation = z.output<typeof invitationShape>
export type InvitationInput = z.output<typeof invitationInputShape>
export type InvitationResult = z.output<typeof invitationResultShape>
export type FactInput = z.output<typeof factInputShape>
export type FactResult = z.output<typeof factResultShape>
export type Problem = z.output<typeof problemShape>


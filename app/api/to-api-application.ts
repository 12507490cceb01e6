import type { Row, Summary } from '~/engine/summary'
import type { Fact } from '~/applications/facts'
import { milestonesOf } from '~/applications/milestones'
import type { Application, Sent } from '~/applications/ports'
import { whatStands } from '~/applications/sent-summary'
import type { StandingEvidence } from '~/applications/schools/evidence'
import { standingOf, type Invitation } from '~/applications/schools/invitation'
import { statusOf } from '~/applications/status'
import { cameAt, type Upload } from '~/applications/uploads'
import type { ApiApplication, ApiInvitation, ApiList, ApiListed, ApiPaper } from './shapes'

/** What is known of an application, for the council's own systems. */
export interface ToApi {
  readonly application: Application
  readonly facts: readonly Fact[]
  readonly sent: readonly Sent[]
  readonly today: string
  /** Details that somebody asked to keep from others are left out unless this key may see them. */
  readonly maySeeProtected: boolean
  /** The papers that were sent with it, each with what was said about it. */
  readonly papers?: readonly { readonly upload: Upload; readonly said: readonly Row[] }[]
  /** Schools that were asked, and what they sent. */
  readonly invitations?: readonly Invitation[]
  readonly evidence?: readonly StandingEvidence[]
}

export function toApiApplication({ application, facts, sent, today, maySeeProtected, papers = [], invitations = [], evidence = [] }: ToApi): ApiApplication {
  const { reference, form, language, sentAt } = application
  const stands = whatStands(sent, form)
  return {
    reference,
    form,
    language,
    ...(sentAt !== undefined && { sentAt }),
    status: statusOf(facts, today),
    milestones: [...milestonesOf(facts, today)],
    facts: facts.map((fact) => ({ ...fact })),
    hashes: sent.map(({ fact, hash }) => ({ fact, hash })),
    hasProtectedDetails: stands !== undefined && hasGuarded(stands),
    ...(stands && { summary: toApiSummary(stands, maySeeProtected) }),
    ...(papers.length > 0 && { papers: papers.map(toApiPaper) }),
    ...(invitations.length > 0 && {
      invitations: invitations.map((each) => toApiInvitation(each, evidence.find(({ invitation }) => invitation.id === each.id), maySeeProtected)),
    }),
  }
}

/** A school that was asked, with what it sent. */
export function toApiInvitation(invitation: Invitation, evidence: StandingEvidence | undefined, maySeeProtected: boolean): ApiInvitation {
  const { asked: { school, email, asks, by }, ...dates } = invitation
  const { application, summary } = evidence ?? {}
  return {
    ...dates,
    school: { urn: school.urn, name: school.name },
    email,
    asks: [...asks],
    by,
    state: standingOf(invitation).state,
    ...(summary && application?.sentAt !== undefined && {
      evidence: { reference: application.reference, sentAt: application.sentAt, hasProtectedDetails: hasGuarded(summary), summary: toApiSummary(summary, maySeeProtected) },
    }),
  }
}

const hasGuarded = (summary: Summary): boolean => summary.sections.some((section) => section.rows.some(isGuarded))

/** Without what the family calls its file. */
function toApiPaper({ upload, said }: NonNullable<ToApi['papers']>[number]): ApiPaper {
  const { id, state, type, size, replaces, about, details } = upload
  const { paperKind: kind, paperSees: sees } = details
  return {
    id,
    state: state === 'ready' ? 'ready' : 'checking',
    ...(type && { type }),
    size,
    sentAt: cameAt(upload),
    ...(replaces !== undefined && { replaces }),
    ...(about !== undefined && { question: about }),
    ...(typeof kind === 'string' && { kind }),
    sees: sees === 'advisers' || sees === 'advisers-and-school' ? sees : 'council',
    about: said.map(({ question, label, lines }) => ({ question, label, lines: [...lines] })),
  }
}

/**
 * The list of what changed. `next` is the `since` to go on from: the last line comes again then, since others may share its instant.
 * @param limit how many were asked of the store
 */
export function toApiList(changed: readonly Pick<ToApi, 'application' | 'facts'>[], today: string, limit: number): ApiList {
  const applications = changed.map(({ application: { reference, form, changedAt = '' }, facts }): ApiListed => ({ reference, form, changedAt, status: statusOf(facts, today) }))
  const next = applications.length >= limit ? applications.at(-1)?.changedAt : undefined
  return { applications, ...(next !== undefined && { next }) }
}

const isGuarded = (row: Row): boolean => row.isProtected === true || (row.items ?? []).some((item) => item.rows.some(isGuarded))

function toApiSummary({ language, title, name, sections }: Summary, maySeeProtected: boolean): NonNullable<ApiApplication['summary']> {
  const shown = (row: Row) => maySeeProtected || !row.isProtected
  const plain = ({ question, label, lines }: Row) => ({ question, label, lines: [...lines] })
  const whole = (row: Row) => ({
    ...plain(row),
    ...(row.items && { items: row.items.map((item) => ({ title: item.title, rows: item.rows.filter(shown).map(plain) })) }),
  })
  return { language, title, name, sections: sections.map((section) => ({ id: section.id, title: section.title, rows: section.rows.filter(shown).map(whole) })) }
}

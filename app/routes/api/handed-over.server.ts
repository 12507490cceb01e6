import type { Actor } from '~/applications/actor'
import type { Fact } from '~/applications/facts'
import { openApplication, type OpenApplication } from '~/applications/open-application'
import { authorise, NotFound } from '~/applications/permissions'
import type { Sent } from '~/applications/ports'
import { markedEvidence, type StandingEvidence } from '~/applications/schools/evidence'
import type { Invitation } from '~/applications/schools/invitation'
import { guarded } from '~/applications/sent-summary'
import type { Services } from '~/applications/services'
import { formNamed } from '~/forms'

/** A request as it is handed to one of the council's systems: with what the family keeps private marked, also in what they sent before. */
export interface HandedOver extends OpenApplication {
  readonly facts: readonly Fact[]
  readonly sent: readonly Sent[]
  /** Schools that were asked about it, and what they sent, with what they keep private marked. */
  readonly invitations: readonly Invitation[]
  readonly evidence: readonly StandingEvidence[]
}

/** @throws NotFound, NotAllowed */
export async function handedOver(services: Services, system: Actor, reference: string): Promise<HandedOver> {
  const { store } = services
  const application = await store.application(system, reference)
  authorise(system, 'read-as-system', application)
  const form = formNamed(application.form)
  if (!form) throw new NotFound(`no form ${application.form}`)
  const [open, facts, sent, invitations, evidence] = await Promise.all([
    openApplication(services, system, form, reference, 'read-as-system'),
    store.facts(system, application.id),
    store.sent(system, application.id),
    store.invitations(system, application.id),
    markedEvidence(services, system, application.id),
  ])
  return { ...open, facts, sent: guarded(sent, form, open.journey), invitations, evidence }
}

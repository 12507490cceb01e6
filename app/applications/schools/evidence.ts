import { holds } from '~/engine/condition'
import { journeyBy } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import { withoutProtected, type Summary } from '~/engine/summary'
import type { Actor } from '../actor'
import { guarded, whatStands } from '../sent-summary'
import type { Services } from '../services'
import { byActor } from '../attach'
import { NotFound } from '../permissions'
import type { Upload } from '../uploads'
import type { Evidence } from './invitation'

/** What a school sent for a request, as it stands. */
export interface StandingEvidence extends Pick<Evidence, 'invitation' | 'application'> {
  /** When it was last added to or corrected. */
  readonly changedAt?: string
  readonly summary: Summary
  /** Files that can be opened, and that are for whoever asked as well. */
  readonly files: readonly Upload[]
}

type Reading = Pick<Services, 'store' | 'clock' | 'formNamed'>

/** What schools have sent for a request, with what they keep private now marked so in all of it. */
export async function markedEvidence({ store, clock, formNamed }: Reading, actor: Actor, application: string): Promise<readonly StandingEvidence[]> {
  const all = await store.evidence(actor, application)
  return all.flatMap(({ invitation, application: told, parts, facts, sent, uploads }) => {
    const form = formNamed(told.form)
    if (!form) return []
    const journey = journeyBy(form, answersIn(form, parts), clock.today())
    const summary = whatStands(guarded(sent, form, journey), form.id)
    const changedAt = facts.length > 1 ? facts.at(-1)?.recordedAt : undefined
    const isForAsker = form.filesForAskerWhen !== undefined && holds(form.filesForAskerWhen, journey.valueOf)
    const files = isForAsker ? uploads.filter(({ state }) => state === 'ready') : []
    return summary ? [{ invitation, application: told, summary, files, ...(changedAt !== undefined && { changedAt }) }] : []
  })
}

/** The same, for whoever asked: without what a school keeps private. */
export async function evidenceFor(services: Reading & Pick<Services, 'wordsFor'>, actor: Actor, application: string): Promise<readonly StandingEvidence[]> {
  const all = await markedEvidence(services, actor, application)
  return all.map((each) => ({ ...each, summary: withoutProtected(each.summary, services.wordsFor(each.summary.language).text('common:keptPrivate')) }))
}


/**
 * Opens a file that a school sent, for whoever asked, if it is for them. That they did is written down before they get a byte.
 * @throws NotFound
 */
export async function openEvidenceFile(
  services: Reading & Pick<Services, 'objects'>,
  actor: Actor,
  application: string,
  invitation: string,
  file: string,
): Promise<{ readonly upload: Upload; readonly bytes: AsyncIterable<Uint8Array> }> {
  const found = (await markedEvidence(services, actor, application)).find((each) => each.invitation.id === invitation)
  const isTheirs = found?.files.some(({ id }) => id === file)
  const opened = isTheirs ? await services.store.openEvidence(actor, application, invitation, file, byActor(actor), services.clock.now()) : undefined
  const sealed = opened && (await services.objects.get(opened.object))
  if (!opened || !sealed) throw new NotFound('no such file')
  return { upload: opened.upload, bytes: opened.sealing.open(opened.object, sealed) }
}

import { holds } from '~/engine/condition'
import { isValue, type Form } from '~/engine/form'
import { journeyBy, type Journey } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import { summaryOf, type Row, type Summary } from '~/engine/summary'
import type { Actor } from '../actor'
import { byActor } from '../attach'
import type { OpenApplication } from '../open-application'
import { NotFound } from '../permissions'
import { guarded, isUnsent, whatStands } from '../sent-summary'
import type { Services } from '../services'
import { listedPapers, type By, type Opening, type Upload } from '../uploads'
import { viewerFor } from '../viewer'
import type { Evidence } from './invitation'

/** What a school sent for a request, as it stands. */
export interface StandingEvidence extends Pick<Evidence, 'invitation' | 'application'> {
  /** When it was last added to or corrected. */
  readonly changedAt?: string
  /** Whoever wrote it, as they call themselves. */
  readonly writer?: string
  readonly summary: Summary
  /** Files that can be opened, and that are for whoever asked as well; and who opened them. */
  readonly files: readonly Upload[]
  readonly openings: readonly Opening[]
}

type Reading = Pick<Services, 'store' | 'clock' | 'formNamed' | 'wordsFor'>

/** What schools have sent for a request, with what they keep private now marked so in all of it. */
export async function markedEvidence({ store, clock, formNamed, wordsFor }: Reading, actor: Actor, application: string): Promise<readonly StandingEvidence[]> {
  const all = await store.evidence(actor, application)
  return all.flatMap(({ invitation, application: told, parts, facts, sent, uploads, openings }) => {
    const form = formNamed(told.form)
    if (!form) return []
    const journey = journeyBy(form, answersIn(form, parts), clock.today())
    const summary = whatStands(guarded(sent, form, journey), form.id)
    if (!summary) return []
    const changedAt = facts.length > 1 ? facts.at(-1)?.recordedAt : undefined
    const writer = rowsOf(summary).find(({ question, isProtected }) => question === form.evidence?.writer && !isProtected)?.lines[0]
    const files = areForAsker(form, journey, sent, summaryOf(form, journey, wordsFor(summary.language))) ? listedPapers(uploads).filter(isForAsker) : []
    return [{ invitation, application: told, summary, files, openings, ...(writer !== undefined && { writer }), ...(changedAt !== undefined && { changedAt }) }]
  })
}

const rowsOf = ({ sections }: Summary): readonly Row[] => sections.flatMap(({ rows }) => rows)

/** A no holds from when it is said, a yes from when it is sent. */
const areForAsker = ({ evidence, ...form }: Form, { valueOf }: Journey, sent: Evidence['sent'], now: Summary): boolean =>
  evidence !== undefined && holds(evidence.filesWhen, valueOf) && !isUnsent(sent, { evidence, ...form }, now, [evidence.filesWhen])

/** Whether a file of what a school sent for a request is for whoever asked, once it can be opened: then who that is. */
export async function isFileForAsker({ store, clock, formNamed, wordsFor }: Reading, actor: Actor, application: string, file: string): Promise<Evidence['invitation']['asked']['by'] | undefined> {
  const found = (await store.evidence(actor, application)).find(({ uploads }) => listedPapers(uploads).some(({ id }) => id === file))
  const form = found && formNamed(found.application.form)
  if (!form) return undefined
  const journey = journeyBy(form, answersIn(form, found.parts), clock.today())
  const isFor = areForAsker(form, journey, found.sent, summaryOf(form, journey, wordsFor(found.sent[0]?.summary.language ?? found.application.language)))
  return isFor && found.uploads.some((each) => each.id === file && isMeantForAll(each)) ? found.invitation.asked.by : undefined
}

/** A file of which a school chose who may see it is for nobody else, whatever it said of all files together: whoever asked stands in none of the choices. */
const isMeantForAll = ({ details }: Upload): boolean => !isValue(details['paperSees'])

const isForAsker = (upload: Upload): boolean => upload.state === 'ready' && isMeantForAll(upload)

/** The same, for the family of the request, and for nobody else: without what a school keeps apart, of which not even the questions are told. */
export async function evidenceFor(services: Reading, actor: Actor, form: Form, open: Pick<OpenApplication, 'application' | 'journey'>): Promise<readonly StandingEvidence[]> {
  if ((await viewerFor(services, actor, form, open)) !== 'family') return []
  const all = await markedEvidence(services, actor, open.application.id)
  return all.map((each) => ({ ...each, summary: withoutApart(each.summary, services.formNamed(each.application.form)?.evidence?.apart ?? []) }))
}

/** A row that is asked only after some answers would tell them by being there: it goes whole. */
function withoutApart(summary: Summary, apart: readonly string[]): Summary {
  const shown = (rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ isProtected }) => !isProtected).map((row) => (row.items ? { ...row, items: row.items.map((item) => ({ ...item, rows: shown(item.rows) })) } : row))
  const sections = summary.sections.filter(({ id }) => !apart.includes(id)).map((section) => ({ ...section, rows: shown(section.rows) }))
  return { ...summary, sections: sections.filter(({ rows }) => rows.length > 0) }
}

/** A file of what a school sent: which of its invitations, and which file. */
export interface EvidenceFile {
  readonly invitation: string
  readonly file: string
}

/**
 * A file that a school sent, for the family.
 * @throws NotFound unless it is for them, now
 */
export async function evidenceFileFor(services: Reading, actor: Actor, form: Form, open: Pick<OpenApplication, 'application' | 'journey'>, { invitation, file }: EvidenceFile): Promise<Upload> {
  const found = (await evidenceFor(services, actor, form, open)).find((each) => each.invitation.id === invitation)?.files.find(({ id }) => id === file)
  if (!found) throw new NotFound('no such file')
  return found
}

const byAsker = (actor: Actor): By => ({ ...byActor(actor), isAsker: true })

/**
 * Opens a file that a school sent, for the family, if it is for them. That they did is written down before they get a byte.
 * @throws NotFound
 */
export async function openEvidenceFile(
  services: Reading & Pick<Services, 'objects'>,
  actor: Actor,
  form: Form,
  open: Pick<OpenApplication, 'application' | 'journey'>,
  asked: EvidenceFile,
): Promise<{ readonly upload: Upload; readonly bytes: AsyncIterable<Uint8Array> }> {
  const { id } = await evidenceFileFor(services, actor, form, open, asked)
  const opened = await services.store.openEvidence(actor, open.application.id, asked.invitation, id, byAsker(actor), services.clock.now())
  const sealed = opened && (await services.objects.get(opened.object))
  if (!opened || !sealed) throw new NotFound('no such file')
  return { upload: opened.upload, bytes: opened.sealing.open(opened.object, sealed) }
}

/**
 * A picture of a page of such a file, for the family, if the file is for them. The first look is written down as an opening is, before they get a byte.
 * @throws NotFound
 */
export async function evidencePictureOf(
  services: Reading & Pick<Services, 'objects'>,
  actor: Actor,
  form: Form,
  open: Pick<OpenApplication, 'application' | 'journey'>,
  asked: EvidenceFile,
  page: number,
): Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }> {
  const { id } = await evidenceFileFor(services, actor, form, open, asked)
  const found = await services.store.evidencePicture(actor, open.application.id, asked.invitation, id, page, { by: byAsker(actor), at: services.clock.now() })
  const sealed = found && (await services.objects.get(found.object))
  if (!found || !sealed) throw new NotFound('no such picture')
  return { size: found.size, bytes: found.sealing.open(found.object, sealed) }
}

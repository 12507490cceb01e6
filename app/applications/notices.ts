import { randomUUID } from 'node:crypto'
import { holds } from '~/engine/condition'
import type { Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import { isMarked } from './danger'
import type { NewFact } from './facts'
import type { Application, NewMessage } from './ports'
import type { Services } from './services'
import { hasRemark, isEvidence, NOT_A_MEMBER } from './standing'

/** The family's email address, when there is one and it is safe to use. */
export function safeEmailOf(form: Form, { answers, valueOf }: Journey): string | undefined {
  const email = form.contact && answers[form.contact.email]
  return typeof email === 'string' && form.contact && holds(form.contact.safeWhen, valueOf) ? email : undefined
}

/**
 * The emails that go with something the family told: a receipt to them, where email is safe, and a notice to the council's mailbox. They
 * say what changed and where to look, and hold no personal detail.
 * @param askedBy the reference of the request that asked for it, where a school answers
 */
export function noticesOf(
  services: Services,
  form: Form,
  { reference, language }: Pick<Application, 'reference' | 'language'>,
  journey: Journey,
  { fact, on, by, details }: Pick<NewFact, 'fact' | 'on' | 'by' | 'details'>,
  askedBy?: string,
): NewMessage[] {
  const { council, baseUrl } = services
  const family = safeEmailOf(form, journey)
  const write = (to: string, key: string, code: string): Omit<NewMessage, 'isToFamily'> => {
    const words = services.wordsFor(code)
    const values = { council: council.name, reference, link: `${baseUrl}/applications/${reference}`, elsewhere: by === 'visitor' ? `\n\n${words.text('mail:receipt.elsewhere')}` : '', date: words.date(on), ...(askedBy !== undefined && { request: askedBy }) }
    return { id: randomUUID(), to, subject: words.text(`${key}.subject`, values), body: words.text(`${key}.body`, values) }
  }
  const receipt = family ? [{ ...write(family, `mail:receipt.${fact}`, language), isToFamily: true as const }] : []
  // A re-assessment has to be decided in 15 days: whoever reads the mailbox must not take it for any other.
  const notice = details['request'] === 're-assessment' ? 'reassessment-asked-for' : fact === 'evidence-sent' ? answerNotice(details, askedBy) : isEvidence({ details }) ? 'evidence' : fact
  // Whoever reads the mailbox reads these first; the family is told nothing by it.
  const danger = isMarked({ details }) ? [write(council.mailbox, 'mail:notice.danger', 'en')] : []
  return [...receipt, ...danger, write(council.mailbox, `mail:notice.${notice}`, 'en')]
}

/** The notice to the council's mailbox that a school said no in words that may mean danger. */
export function dangerAtSchoolOf({ council, wordsFor }: Pick<Services, 'council' | 'wordsFor'>, reference: string): NewMessage {
  const say = (part: 'subject' | 'body') => wordsFor('en').text(`mail:notice.danger-at-school.${part}`, { reference })
  return { id: randomUUID(), to: council.mailbox, subject: say('subject'), body: say('body') }
}

/** The notice that words about a paper may mean danger: one for a request, whatever else is said of its papers. */
export function dangerInPapersOf({ council, wordsFor }: Pick<Services, 'council' | 'wordsFor'>, reference: string, now: string): NewMessage {
  const say = (part: 'subject' | 'body') => wordsFor('en').text(`mail:notice.danger.${part}`, { reference })
  return { id: `danger in papers ${reference}`, to: council.mailbox, subject: say('subject'), body: say('body'), gatheredUntil: now }
}

/** Somebody whom the council does not know to be of the school may have answered for it. */
const answerNotice = (details: NewFact['details'], askedBy: string | undefined): string =>
  askedBy === undefined ? 'evidence-early' : hasRemark({ details }, NOT_A_MEMBER) ? 'evidence-unknown' : 'evidence-sent'

const GATHERED_MINUTES = 10

/** Until when messages of a kind wait for others, to be one. */
export function gatheredUntil(now: string): string {
  const step = GATHERED_MINUTES * 60_000
  return new Date((Math.floor(Date.parse(now) / step) + 1) * step).toISOString()
}

/** The notice to the council's mailbox that files of a request can be opened: one for all that come within ten minutes. */
export function paperNoticeOf({ council, wordsFor }: Pick<Services, 'council' | 'wordsFor'>, reference: string, now: string): NewMessage {
  const until = gatheredUntil(now)
  const say = (part: 'subject' | 'body') => wordsFor('en').text(`mail:notice.paper.${part}`, { reference })
  return { id: `papers ${reference} ${until}`, to: council.mailbox, subject: say('subject'), body: say('body'), gatheredUntil: until }
}

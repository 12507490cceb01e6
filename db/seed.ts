import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '~/applications/actor'
import { addFact } from '~/applications/add-fact'
import { attach } from '~/applications/attach'
import type { Told } from '~/applications/facts/a-story'
import { keyIn } from '~/applications/key-in'
import type { Application } from '~/applications/ports'
import { sendMessages } from '~/applications/send-messages'
import type { Services } from '~/applications/services'
import { askForCode, signIn } from '~/applications/sign-in'
import { submit } from '~/applications/submit'
import { withdraw } from '~/applications/withdraw'
import { partsFrom } from '~/engine/parts'
import { addDays, workingDayOnOrBefore } from '~/timeline'
import { askKingfisher, nameTeam } from './seed/ask-kingfisher'
import { schools } from './seed/establishments'
import { families } from './seed/families'
import { answersOf, emailOf, formOf, type Family } from './seed/family'

const operator = { role: 'operator' } as const

/**
 * Fills a new store with a few schools, one believable family for each way in which a request can stand, young people who ask for themselves,
 * schools that ask, and one that is asked, dated from today. A store that has its purpose is left alone. After a crash it goes on where it stopped: every step
 * is one transaction, and says itself whether it is done.
 * @throws Error when another program fills the same store
 */
export async function seedDemo(services: Services): Promise<void> {
  if ((await services.store.purpose()) !== undefined) return
  await services.store.listEstablishments(schools, services.clock.now())
  await nameTeam(services)
  for (const family of families) await settle(services, family)
}

async function settle(services: Services, family: Family): Promise<void> {
  const begun = await services.store.application(operator, family.reference)
  const day = begun ? addDays(begun.startedAt.slice(0, 10), family.begunDaysAgo) : services.clock.today()
  const first = on(services, addDays(day, -family.begunDaysAgo))
  const actor = family.cameBy ? operator : await signedIn(first, emailOf(family))
  const { id } = begun ?? (family.cameBy ? await typedIn(first, family, day) : await begin(first, actor, family, day))
  // The same paper sent again is the same paper.
  for (const { name, text } of family.papers ?? []) await attach(first, actor, family.reference, { name, bytes: Readable.from([Buffer.from(text)]) })
  const done = (await services.store.facts(operator, id)).length
  for (const [index, told] of storyOf(family, day).entries()) {
    if (index >= done) await happen(on(services, told[1], index + 1), actor, family, told)
    // Before what comes next: a request that was withdrawn asks nobody any more.
    if (index === 0) await askKingfisher((daysAgo) => on(services, addDays(day, -daysAgo), STEPS_OF_A_STORY), actor, family.reference, (theirs, email) => signedIn(theirs, email))
  }
}

/** The services as they were on a day of the past, a few minutes later for each step. Mail goes nowhere: nobody is there to read it. */
function on(services: Services, day: string, step = 0): Services {
  const now = new Date(Date.parse(`${day}T09:10:00.000Z`) + step * MINUTES_A_STEP * 60_000).toISOString()
  return { ...services, clock: { now: () => now, today: () => day }, mailer: { send: async () => undefined } }
}
const MINUTES_A_STEP = 7
/** Later on the day than anything that a story tells. */
const STEPS_OF_A_STORY = 12

/** Signs somebody in as they would, and out again. Nobody types their code, so any hash will do that fits itself. */
async function signedIn(services: Services, email: string): Promise<Actor> {
  const browser = randomUUID()
  const hash = (purpose: string) => `${purpose} ${browser}`
  const theirs: Services = { ...services, secrets: { hash } }
  await askForCode(theirs, browser, email, 'en')
  const signed = await signIn(theirs, browser, { code: '' }, hash, undefined, true)
  if (!('token' in signed)) throw new Error(`${email} could not sign in: ${signed.refused}`)
  await services.store.closeSession(hash(signed.token))
  await sendMessages(services)
  return { role: 'person', person: signed.person, browser }
}

async function begin({ store, clock }: Services, actor: Actor, family: Family, day: string): Promise<Application> {
  const { reference } = family
  const form = formOf(family)
  const parts = partsFrom(form, answersOf(family, day))
  const begun = await store.startApplication(actor, { id: randomUUID(), reference, form: form.id, language: 'en', parts }, clock.now())
  if (begun === 'reference-taken') throw new Error(`Another program is filling this demo: ${reference} is there already`)
  return begun
}

/** Staff type in what came by another way, as `portal import-paper` does. */
async function typedIn(services: Services, family: Family, day: string): Promise<Application> {
  const { reference, cameBy, sentDaysAgo = family.begunDaysAgo } = family
  const receivedOn = workingDayOnOrBefore(addDays(day, -sentDaysAgo))
  const told = { answers: answersOf(family, day), receivedOn, by: 'Sam Okafor', language: 'en', reference, ...(cameBy && { how: cameBy }) }
  const outcome = await keyIn(services, operator, formOf(family), told)
  if (!('keyedIn' in outcome)) throw new Error(`The demo family ${reference} was refused: ${JSON.stringify(outcome)}`)
  await sendMessages(services)
  return outcome.keyedIn.application
}

/** Families send on any day; councils work on working days. */
function storyOf({ sentDaysAgo, cameBy, story }: Family, day: string): readonly Told[] {
  if (sentDaysAgo === undefined) return []
  const ago = (days: number) => workingDayOnOrBefore(addDays(day, -days))
  // What was typed in is recorded as it is begun.
  const sent: Told = cameBy ? ['received-on-paper', ago(sentDaysAgo)] : ['submitted', addDays(day, -sentDaysAgo)]
  return [sent, ...(story?.(ago) ?? [])]
}

async function happen(services: Services, actor: Actor, family: Family, [fact, day, details]: Told): Promise<void> {
  const { reference } = family
  const form = formOf(family)
  const result =
    fact === 'submitted'
      ? await submit(services, actor, form, reference)
      : fact === 'withdrawn'
        ? await withdraw(services, actor, form, reference)
        : await addFact(services, operator, reference, { fact, on: day, details })
  const isDone = result !== undefined && ('sent' in result || 'recorded' in result || 'recordedAt' in result)
  if (!isDone) throw new Error(`${fact} of the demo family ${reference} was refused: ${JSON.stringify(result)}`)
  await sendMessages(services)
}

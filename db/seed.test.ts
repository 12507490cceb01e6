import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newKeyRingText, openStore, parseKeyRing } from '#db'
import { diskObjects } from '~/adapters/objects-disk'
import { noScanner } from '~/adapters/scan-none'
import { openApplication } from '~/applications/open-application'
import type { Store } from '~/applications/ports'
import { readReference } from '~/applications/reference'
import { invitationStates, standingOf } from '~/applications/schools/invitation'
import type { Services } from '~/applications/services'
import { stages, statusOf, type Status } from '~/applications/status'
import { checkAnswers } from '~/engine/check-answers'
import { answersFrom } from '~/engine/parts'
import { formNamed } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { seedDemo } from './seed'
import { families } from './seed/families'
import { answersOf, emailOf, formOf } from './seed/family'

const operator = { role: 'operator' } as const
// Holidays, the change of the clocks, either side of a new school year, a leap day.
const firstDays = ['2026-12-27', '2027-03-28', '2027-08-31', '2027-09-01', '2028-02-29']

let folder: string
let files = 0
const opened: Store[] = []
/** Demos that are only read, made once: they take seconds. */
const made: Services[] = []
const madeAt = ['2026-11-23', '2026-11-26']
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-seed-'))
  for (const today of madeAt) made.push(await seeded(await emptyDemo(today)))
  opened.length = 0
}, 180_000)
const madeFirst = () => made[0] as Services
afterEach(async () => void (await Promise.all(opened.splice(0).map((store) => store.close()))))
afterAll(async () => {
  await Promise.all(made.map(({ store }) => store.close()))
  rmSync(folder, { recursive: true })
})

async function emptyDemo(today: string): Promise<Services> {
  const store = await openStore(`sqlite:${join(folder, `${++files}.db`)}`, parseKeyRing(newKeyRingText()))
  opened.push(store)
  return {
    store,
    clock: { now: () => `${today}T08:00:00.000Z`, today: () => today },
    mailer: { send: () => Promise.reject(new Error('The seed sends nothing')) },
    printer: { print: () => Promise.reject(new Error('The seed prints nothing')), kept: async () => undefined, close: async () => undefined },
    secrets: { hash: (purpose, text) => `${purpose} ${text}` },
    wordsFor,
    dangerPhrases: ['want to die'],
    council: { name: 'Anyborough Council', phone: '0113 496 0000', mailbox: 'send@anyborough.example', postcodeAreas: ['AB'] },
    baseUrl: 'http://localhost:3000',
    objects: diskObjects(join(folder, 'files'), 0),
    scanner: noScanner(),
    inspector: { inspect: () => Promise.reject(new Error('The seed checks nothing')), close: async () => undefined },
    painter: { pages: async () => ({ pages: 0, pictures: [] }), join: () => { throw new Error('The seed joins nothing') }, close: async () => undefined },
    formNamed,
    invitationDays: { toAnswer: 15, openFor: 30 },
    uploadLimits: { files: 50, bytes: 1_000_000, draftBytes: 3_000_000, fileBytes: 100_000, videoBytes: 100_000, unfinishedHours: 24 },
  }
}

/** Where each family stands: its stage, and how the step that is open stands. */
async function standings({ store, clock }: Services): Promise<Record<string, [Status['stage'], string | undefined]>> {
  const found = families.map(async ({ id, reference }) => {
    const application = await store.application(operator, reference)
    const { stage, lateness } = statusOf(await store.facts(operator, application?.id ?? 'none'), clock.today())
    return [id, [stage, lateness?.state]] as const
  })
  return Object.fromEntries(await Promise.all(found)) as Record<string, [Status['stage'], string | undefined]>
}

const named: Record<string, [Status['stage'], string | undefined]> = {
  'draft': ['draft', undefined],
  'on-paper': ['received', 'on-track'],
  'on-track': ['finding-out', 'on-track'],
  'due': ['finding-out', 'due-today'],
  'refused': ['no-assessment', undefined],
  'assessing': ['assessing', 'on-track'],
  'gathering-advice': ['gathering-advice', 'on-track'],
  'late': ['gathering-advice', 'late'],
  'late-excused': ['gathering-advice', 'late-excused'],
  'no-plan': ['no-plan', undefined],
  'plan-agreed': ['plan-agreed', 'on-track'],
  'draft-plan': ['draft-plan', 'on-track'],
  'asking-schools': ['asking-schools', 'on-track'],
  'final-plan': ['final-plan', undefined],
  'withdrawn': ['withdrawn', undefined],
  'ended': ['ended', undefined],
  'young-draft': ['draft', undefined],
  'young-child': ['received', 'on-track'],
  'young-sent': ['gathering-advice', 'on-track'],
  'young-finding-out': ['finding-out', 'on-track'],
  'young-refused': ['no-assessment', undefined],
  'young-assessing': ['assessing', 'on-track'],
  'young-no-plan': ['no-plan', undefined],
  'young-plan-agreed': ['plan-agreed', 'on-track'],
  'young-draft-plan': ['draft-plan', 'on-track'],
  'young-asking-colleges': ['asking-schools', 'on-track'],
  'young-final-plan': ['final-plan', undefined],
  'young-withdrawn': ['withdrawn', undefined],
  'young-ended': ['ended', undefined],
  'school-draft': ['draft', undefined],
  'school-sent': ['finding-out', 'on-track'],
}

/** Everything that the demo holds, as one text. */
async function everythingIn({ store }: Services): Promise<string> {
  const held = families.map(async ({ reference }) => {
    const application = await store.application(operator, reference)
    const id = application?.id ?? 'none'
    return [application, await store.parts(operator, id), await store.facts(operator, id), await store.sent(operator, id)]
  })
  return JSON.stringify([await Promise.all(held), await store.newestMessages(1000)])
}

/** Nor does it leave any mail waiting. */
async function saysNothingFromTheFuture({ store, clock }: Services): Promise<void> {
  const messages = await store.newestMessages(1000)
  const facts = (await Promise.all((await store.applications(operator)).map(({ id }) => store.facts(operator, id)))).flat()
  expect([...messages.map((each) => each.createdAt), ...facts.map((each) => each.recordedAt)].filter((each) => each > clock.now())).toEqual([])
  // Only what came on paper is typed in later.
  expect(facts.filter((each) => each.recordedAt.slice(0, 10) !== each.on).map((each) => each.fact)).toEqual(['received-on-paper'])
  expect(await store.messagesToSend('9999', 1000)).toEqual([])
  expect(messages.length).toBeGreaterThan(families.length)
}

describe('a demo that is started for the first time', () => {
  it('has a family in every stage there is; what a school was asked for has one of its own', () => {
    expect([...new Set(Object.values(named).map(([stage]) => stage)), 'evidence'].sort()).toEqual([...stages].sort())
  })

  it.each(firstDays)('on %s has one family in each status it is named for, with answers that the form takes and uses, and says nothing from the future', async (today) => {
    const services = await emptyDemo(today)
    await seedDemo(services)
    expect(await standings(services)).toEqual(named)
    for (const family of families) {
      const { parts, journey } = await openApplication(services, operator, formOf(family), family.reference, 'read')
      const ignored = Object.keys(family.said).filter((id) => !(id in journey.answers))
      const isFinished = journey.firstUnfinished === undefined
      expect({ family: family.id, faults: checkAnswers(formOf(family), answersFrom(formOf(family), parts)).faults, ignored, isFinished }).toEqual({ family: family.id, faults: [], ignored: [], isFinished: !family.isUnfinished })
    }
    await saysNothingFromTheFuture(services)
  })

  it('knows the schools that most of its families go to, and some of other kinds', async () => {
    const { store } = madeFirst()
    const names = families.flatMap(({ said }) => ('schoolName' in said && typeof said.schoolName === 'string' ? [said.schoolName] : []))
    const known = await Promise.all([...new Set(names)].map(async (name) => (await store.findEstablishments(name)).some((each) => each.name === name)))
    expect(known.filter(Boolean).length).toBeGreaterThan(known.length / 2)
    const found = await store.findEstablishments('anyborough')
    expect(found).toHaveLength(12)
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['open', 'proposed', 'closed']))
    expect(found.filter(({ urn }) => urn < '990000')).toEqual([])
  })

  it('has a school that is asked about six pupils, one in every state there is', async () => {
    const { store } = madeFirst()
    const asked = await Promise.all((await store.applications(operator)).map(({ id }) => store.invitations(operator, id)))
    const ofKingfisher = asked.filter((each) => each.length > 0)
    expect(ofKingfisher.map((each) => each.map(({ asked: { school } }) => school.urn))).toEqual(Array.from({ length: 6 }, () => ['990002']))
    expect(ofKingfisher.flat().map((each) => standingOf(each).state).toSorted()).toEqual([...invitationStates].sort())
  })

  it('gives each family its own person, address, child and words', async () => {
    const told = families.map((family) => answersOf(family, '2026-11-23'))
    for (const own of [['childFirstNames', 'myFirstNames'], ['requesterEmail', 'myEmail', 'writerEmail'], ['requesterPhone', 'myPhone', 'writerPhone'], ['whyNow', 'beyondWhy'], ['goingWell', 'goodAt', 'pupilViews']]) {
      expect(new Set(told.map((answers) => JSON.stringify(own.map((id) => answers[id])))).size).toBe(families.length)
    }
    expect(families.map(emailOf)).toEqual(Object.keys(named).map((id) => `${id}@family.example`))
    expect(families.filter(({ reference }) => readReference(reference) !== reference)).toEqual([])
    expect(told.filter((answers) => answers.keepDetailsPrivate === 'yes')).toHaveLength(1)
  })
})

describe('a demo that was started before', () => {
  it('is left as it is', async () => {
    const services = madeFirst()
    await services.store.setPurpose('demo')
    const before = await everythingIn(services)
    await seedDemo({ ...services, clock: { now: () => '2027-02-01T08:00:00.000Z', today: () => '2027-02-01' } })
    expect(await everythingIn(services)).toBe(before)
  })

  it.each([0, 1, 7, 80, 400])('and crashed after %i writes is finished at the next start, days later, with nothing twice', async (writes) => {
    const crashed = await emptyDemo('2026-11-23')
    await expect(seedDemo({ ...crashed, store: crashingAfter(writes, crashed.store) })).rejects.toThrow('crash')
    const facts = await factsOf(await seeded({ ...crashed, clock: { now: () => '2026-11-26T08:00:00.000Z', today: () => '2026-11-26' } }))
    // Each family stands as it would have, counted from the day on which it was begun.
    const whole = await Promise.all(made.map(factsOf))
    for (const [index, family] of facts.entries()) expect(whole.map((each) => each[index])).toContainEqual(family)
  })
})

async function seeded(services: Services): Promise<Services> {
  await seedDemo(services)
  return services
}

const factsOf = ({ store }: Services) =>
  Promise.all(
    families.map(async ({ reference }) => {
      const application = await store.application(operator, reference)
      return (await store.facts(operator, application?.id ?? 'none')).map(({ fact, on, recordedAt }) => [fact, on, recordedAt])
    }),
  )

/** A store that stops for good after so many writes. */
function crashingAfter(writes: number, store: Store): Store {
  let left = writes
  const counted = new Set<string | symbol>(['startApplication', 'receive', 'record', 'askForCode', 'signIn', 'closeSession', 'messageSent'])
  return new Proxy(store, {
    get(target, name: keyof Store) {
      if (counted.has(name) && left-- <= 0) return () => Promise.reject(new Error('crash'))
      return target[name]
    },
  })
}

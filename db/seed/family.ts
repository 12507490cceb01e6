import type { Told } from '~/applications/facts/a-story'
import type { WayIn } from '~/engine/copy-request'
import { repeatOf, type Answers, type Form, type Page } from '~/engine/form'
import { itemJourneyOf } from '~/engine/item-journey'
import { journeyOf } from '~/engine/journey'
import { itemsOf, type Item } from '~/engine/repeat'
import { parentRequest, type ParentRequestAnswers } from '~/forms/parent-request'
import { schoolAdvice, type SchoolAdviceAnswers } from '~/forms/school-advice'
import { youngPersonRequest, type YoungPersonRequestAnswers } from '~/forms/young-person-request'

/** The working day on or before the day that many days before the demo was first started; negative: after it. */
export type Ago = (days: number) => string

/** What everybody in the demo has, named for where their request stands. */
interface Begun {
  /** Names them, and their email address. */
  readonly id: string
  /** The same in every demo, so that a page or a command can be shown for it. */
  readonly reference: string
  /** How many days before the first start the draft was begun. */
  readonly begunDaysAgo: number
  /** And sent; a draft was not. */
  readonly sentDaysAgo?: number
  /** Who has not finished leaves the rest unseen. */
  readonly isUnfinished?: true
  /** It did not come by the portal: staff typed it in on the day it was begun, and it had reached them on the day it was sent. */
  readonly cameBy?: WayIn
  /** Files that it sent with its request. */
  readonly papers?: readonly { readonly name: string; readonly text: string }[]
  /** What happened after it was sent. */
  readonly story?: (ago: Ago) => readonly Told[]
}

/** One invented family of the demo. */
export interface ParentAsking extends Begun {
  readonly child: {
    readonly firstNames: string
    readonly lastName: string
    readonly sex: 'female' | 'male'
  } & Birthday
  readonly requester: { readonly firstNames: string; readonly lastName: string; readonly phone: string; readonly street: string; readonly postcode: string }
  /** What this family says in its own way; `parentsCommonly` answers the rest. */
  readonly said: ParentRequestAnswers
}

/** One invented young person of the demo, who asks for themselves. */
export interface YoungPersonAsking extends Begun {
  readonly me: { readonly firstNames: string; readonly lastName: string; readonly phone: string; readonly street: string; readonly postcode: string } & Birthday
  readonly said: YoungPersonRequestAnswers
}

/** A school of the demo that asks for one of its pupils. */
export interface SchoolAsking extends Begun {
  readonly setting: { readonly name: string; readonly writer: string; readonly role: string; readonly phone: string }
  readonly pupil: { readonly firstNames: string; readonly lastName: string; readonly sex: 'female' | 'male'; readonly street: string; readonly postcode: string } & Birthday
  readonly said: SchoolAdviceAnswers
}

export type Family = ParentAsking | YoungPersonAsking | SchoolAsking

interface Birthday {
  /** The usual year group of the age: 0 is Reception, -1 the nursery year before it, 14 the first year after Year 13. */
  readonly year: number
  /** 'MM-DD' */
  readonly birthday: string
}

/** The address that anyone signs in with to be this family. `.example` can never be a real address (RFC 2606). */
export const emailOf = ({ id }: Pick<Family, 'id'>): string => `${id}@family.example`

/** The form that they fill in. */
export const formOf = (family: Family): Form => ('me' in family ? youngPersonRequest : 'setting' in family ? schoolAdvice : parentRequest)

const parentsCommonly: ParentRequestAnswers = {
  whoYouAre: 'parent',
  askForAssessment: ['ask'],
  safeToEmail: 'yes',
  safeToText: 'yes',
  safeToPhone: 'yes',
  safeToPost: 'yes',
  bestWay: 'email',
  keepDetailsPrivate: 'no',
  parentalResponsibility: 'yes',
  livesWithYou: 'yes',
  formats: ['none'],
  interpreter: 'no',
  homeLanguages: 'English',
  childInterpreter: ['none'],
  lookedAfter: 'no',
  schoolSituation: 'school',
  outOfYear: 'no',
  attendance: 'full-time',
  spokenToSchool: 'agree',
  inviteSchool: 'yes',
  askedBefore: 'no',
  talk: 'phone',
  talkingHard: 'no',
  learningHard: 'no',
  feelingsHard: 'no',
  sensesHard: 'no',
  hearing: 'no',
  sight: 'no',
  careHelp: ['none'],
  carePlans: ['none'],
  careAtHome: ['none'],
  aboutMe: 'later',
  noticeRead: 'read',
  shareReports: 'yes',
  talkToOtherParent: 'yes',
  supporter: 'no',
  healthRecords: 'yes',
  papers: 'no',
  declarationTrue: ['true'],
}

const youngPeopleCommonly: YoungPersonRequestAnswers = {
  askForAssessment: ['ask'],
  safeToEmail: 'yes',
  safeToText: 'yes',
  safeToPhone: 'yes',
  safeToPost: 'yes',
  bestWay: 'text',
  keepDetailsPrivate: 'no',
  whoAsks: 'me',
  wantAdvocate: 'no',
  lettersTo: 'me',
  talkToParents: 'yes',
  formats: ['none'],
  interpreter: 'no',
  talk: 'no',
  learnWhere: 'college',
  going: 'full-time',
  tellPlace: 'yes',
  talkingIsHard: 'no',
  learningIsHard: 'no',
  feelingsIsHard: 'no',
  sensesIsHard: 'no',
  askedBefore: 'no',
  hearing: 'no',
  sight: 'no',
  careHelp: ['none'],
  carePlans: ['none'],
  careAtHome: ['none'],
  homeLanguages: 'English',
  talkWithHelp: ['none'],
  inCare: 'no',
  noticeRead: 'read',
  shareReports: 'yes',
  supporter: 'no',
  healthRecords: 'yes',
  papers: 'no',
  declarationTrue: ['true'],
}

const schoolsCommonly: SchoolAdviceAnswers = {
  schoolUse: 'request',
  askForAssessment: ['ask'],
  familyTold: 'yes',
  familyToldHow: 'We met in school.',
  familyAgrees: 'agree',
  keepDetailsPrivate: 'no',
  outOfYear: 'no',
  homeLanguages: 'English',
  childInterpreter: ['none'],
  askedBefore: 'no',
  talkingHard: 'no',
  learningHard: 'no',
  feelingsHard: 'no',
  sensesHard: 'no',
  socialCare: ['none'],
  papers: 'later',
  headAgrees: 'yes',
  declarationTrue: ['true'],
}

/** Everything they answered by `day`; whatever else applies was seen and left blank. */
export function answersOf(family: Family, day: string): Answers {
  const full: Answers = 'me' in family ? youngPersonsAnswers(family, day) : 'setting' in family ? schoolsAnswers(family, day) : parentsAnswers(family, day)
  if (family.isUnfinished) return full
  const { stops, valueOf } = journeyOf(formOf(family), full, day)
  const seen = stops.flatMap(({ page }): [string, unknown][] => {
    const repeated = repeatOf(page)
    if (repeated) return [[repeated.id, itemsOf(full, repeated.id).map((item) => seenItem(page, item, valueOf))]]
    return page.questions.map(({ id }) => [id, full[id] ?? null])
  })
  return { ...full, ...Object.fromEntries(seen) }
}

function parentsAnswers(family: ParentAsking, day: string): ParentRequestAnswers {
  const { child, requester, said } = family
  const home = homeOf(requester)
  const own: ParentRequestAnswers = {
    childFirstNames: child.firstNames,
    childLastName: child.lastName,
    childBirthDate: bornOn(child, day),
    requesterFirstNames: requester.firstNames,
    requesterLastName: requester.lastName,
    requesterEmail: emailOf(family),
    requesterPhone: requester.phone,
    requesterAddress: home,
  }
  if (family.isUnfinished) return { ...own, ...said }
  return {
    ...parentsCommonly,
    ...own,
    childAddress: home,
    childSex: child.sex,
    ...(child.year > 0 && { yearGroup: `${child.year}` as NonNullable<ParentRequestAnswers['yearGroup']> }),
    declarationName: `${requester.firstNames} ${requester.lastName}`,
    ...said,
  }
}

function youngPersonsAnswers(family: YoungPersonAsking, day: string): YoungPersonRequestAnswers {
  const { me, said } = family
  const own: YoungPersonRequestAnswers = {
    myFirstNames: me.firstNames,
    myLastName: me.lastName,
    myBirthDate: bornOn(me, day),
    myEmail: emailOf(family),
    myPhone: me.phone,
    myAddress: homeOf(me),
  }
  return family.isUnfinished ? { ...own, ...said } : { ...youngPeopleCommonly, ...own, declarationName: `${me.firstNames} ${me.lastName}`, ...said }
}

function schoolsAnswers(family: SchoolAsking, day: string): SchoolAdviceAnswers {
  const { setting, pupil, said } = family
  const own: SchoolAdviceAnswers = {
    settingName: setting.name,
    settingTown: 'Anyborough',
    writerName: setting.writer,
    writerRole: setting.role,
    writerEmail: emailOf(family),
    writerPhone: setting.phone,
    childFirstNames: pupil.firstNames,
    childLastName: pupil.lastName,
    childBirthDate: bornOn(pupil, day),
    childSex: pupil.sex,
    childAddress: homeOf(pupil),
  }
  return family.isUnfinished ? { ...own, ...said } : { ...schoolsCommonly, ...own, declarationName: setting.writer, ...said }
}

const homeOf = ({ street, postcode }: { readonly street: string; readonly postcode: string }) => ({ lines: [street], town: 'Anyborough', postcode })

/** One of several, whose other questions were seen and left blank. */
function seenItem(list: Page, item: Item, valueOf: (name: string) => unknown): Item {
  const asked = itemJourneyOf(list, item, valueOf).pages.flatMap((page) => page.questions)
  return { ...item, ...Object.fromEntries(asked.map(({ id }) => [id, item[id] ?? null])) }
}

/** A birth date for somebody who is in this year group on that day: a school year's children are born from 1 September to 31 August. */
function bornOn({ year, birthday }: Birthday, day: string): string {
  const schoolYear = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  return `${schoolYear - year - (birthday < '09-01' ? 4 : 5)}-${birthday}`
}

import type { Told } from '~/applications/facts/a-story'
import type { WayIn } from '~/engine/copy-request'
import { pagesOf, repeatOf } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { parentRequest, type ParentRequestAnswers } from '~/forms/parent-request'

/** The working day on or before the day that many days before the demo was first started; negative: after it. */
export type Ago = (days: number) => string

/** One invented family of the demo, named for where its request stands. */
export interface Family {
  /** Names the family, and its email address. */
  readonly id: string
  /** The same in every demo, so that a page or a command can be shown for it. */
  readonly reference: string
  /** How many days before the first start its draft was begun. */
  readonly begunDaysAgo: number
  /** And sent; a draft was not. */
  readonly sentDaysAgo?: number
  readonly child: {
    readonly firstNames: string
    readonly lastName: string
    readonly sex: 'female' | 'male'
    /** The usual year group of the child's age: 0 is Reception, -1 the nursery year before it. */
    readonly year: number
    /** 'MM-DD' */
    readonly birthday: string
  }
  readonly requester: { readonly firstNames: string; readonly lastName: string; readonly phone: string; readonly street: string; readonly postcode: string }
  /** What this family says in its own way; `commonly` answers the rest. */
  readonly said: ParentRequestAnswers
  /** A family that has not finished leaves the rest unseen. */
  readonly isUnfinished?: true
  /** It did not come by the portal: staff typed it in on the day it was begun, and it had reached them on the day it was sent. */
  readonly cameBy?: WayIn
  /** What happened after it was sent. */
  readonly story?: (ago: Ago) => readonly Told[]
}

/** The address that anyone signs in with to be this family. `.example` can never be a real address (RFC 2606). */
export const emailOf = ({ id }: Pick<Family, 'id'>): string => `${id}@family.example`

const commonly: ParentRequestAnswers = {
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

/** Everything a family answered by `day`; whatever else applies was seen and left blank. */
export function answersOf(family: Family, day: string): ParentRequestAnswers {
  const { child, requester, said } = family
  const home = { lines: [requester.street], town: 'Anyborough', postcode: requester.postcode }
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
  const full: ParentRequestAnswers = {
    ...commonly,
    ...own,
    childAddress: home,
    childSex: child.sex,
    ...(child.year > 0 && { yearGroup: `${child.year}` as NonNullable<ParentRequestAnswers['yearGroup']> }),
    declarationName: `${requester.firstNames} ${requester.lastName}`,
    ...said,
  }
  const repeats = new Set(pagesOf(parentRequest).flatMap((page) => repeatOf(page)?.id ?? []))
  const applying = journeyOf(parentRequest, full, day).stops.flatMap((stop) => stop.page.questions.map((each): string => each.id))
  const blank = Object.fromEntries(applying.map((id) => [id, repeats.has(id) ? [] : null]))
  return { ...blank, ...full }
}

/** A birth date for somebody who is in this year group on that day: a school year's children are born from 1 September to 31 August. */
function bornOn({ year, birthday }: Family['child'], day: string): string {
  const schoolYear = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  return `${schoolYear - year - (birthday < '09-01' ? 4 : 5)}-${birthday}`
}

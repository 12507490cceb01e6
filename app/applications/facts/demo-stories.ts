import { addDays } from '~/timeline'
import type { Told } from './a-story'

/** One believable family for each way in which a request can stand. */
export const demoFamilies = ['on-track', 'due', 'late', 'late-excused', 'refused', 'draft-plan-out', 'final', 'withdrawn'] as const
export type DemoFamily = (typeof demoFamilies)[number]

/** A day that many days before today; negative: after it. */
type Ago = (days: number) => string

const caseworker = (on: string): Told => [
  'caseworker-named', on, { name: 'Sam Okafor', phone: '01632 960 001', hours: 'Monday to Friday, 9am to 5pm' },
]
const yes = (ago: Ago, received: number, decided: number): readonly Told[] => [
  ['submitted', ago(received)],
  caseworker(ago(received - 1)),
  ['assessment-agreed', ago(decided)],
]

const stories: Readonly<Record<DemoFamily, (ago: Ago) => readonly Told[]>> = {
  'on-track': (ago) => [
    ...yes(ago, 75, 40),
    ['advice-requested', ago(39), { from: 'education', name: 'Oak School' }],
    ['advice-requested', ago(39), { from: 'educational-psychologist' }],
    ['advice-requested', ago(38), { from: 'speech-therapist' }],
    ['advice-requested', ago(38), { from: 'social-care' }],
    ['advice-received', ago(20), { from: 'education', name: 'Oak School' }],
    ['advice-received', ago(9), { from: 'social-care' }],
  ],
  'due': (ago) => [
    ['submitted', ago(42)],
    caseworker(ago(41)),
    ['advice-requested', ago(30), { from: 'education', name: 'Elm Primary School' }],
    ['advice-received', ago(12), { from: 'education', name: 'Elm Primary School' }],
  ],
  'late': (ago) => [
    ...yes(ago, 123, 82),
    ['advice-requested', ago(80), { from: 'education', name: 'Ash School' }],
    ['advice-requested', ago(80), { from: 'educational-psychologist' }],
    ['advice-received', ago(50), { from: 'education', name: 'Ash School' }],
    ['estimate-given', ago(10), { step: 'plan-decision', expectedOn: ago(-17), reason: 'We do not have enough educational psychologists.' }],
  ],
  'late-excused': (ago) => [
    ...yes(ago, 118, 80),
    ['advice-requested', ago(78), { from: 'health' }],
    ['exception-claimed', ago(60), {
      exception: 'absent', fromOn: ago(75), toOn: ago(40), reason: 'You were away for more than four weeks.', evidence: 'Email from the family',
    }],
    ['estimate-given', ago(7), { step: 'plan-decision', expectedOn: ago(-14) }],
  ],
  'refused': (ago) => [
    ['received-on-paper', ago(50), { how: 'letter' }],
    caseworker(ago(49)),
    ['assessment-refused', ago(12), { reasons: 'From what we have read, the school can give all the help that is needed now.' }],
  ],
  'draft-plan-out': (ago) => [
    ...yes(ago, 112, 75),
    ['advice-requested', ago(74), { from: 'education', name: 'Beech School' }],
    ['advice-received', ago(40), { from: 'education', name: 'Beech School' }],
    ['plan-agreed', ago(14)],
    ['draft-plan-sent', ago(5)],
  ],
  'final': (ago) => [
    ...yes(ago, 150, 110),
    ['advice-requested', ago(108), { from: 'education', name: 'Rowan School' }],
    ['advice-received', ago(70), { from: 'education', name: 'Rowan School' }],
    ['plan-agreed', ago(50)],
    ['draft-plan-sent', ago(45)],
    ['school-consulted', ago(44), { school: 'Rowan School' }],
    ['comments-received', ago(36)],
    ['school-replied', ago(32), { school: 'Rowan School', answer: 'yes' }],
    ['final-plan-sent', ago(20)],
  ],
  'withdrawn': (ago) => [
    ['submitted', ago(30)],
    caseworker(ago(29)),
    ['withdrawn', ago(10), { reason: 'We are moving away.' }],
  ],
}

/**
 * What has happened to each family by `today`, told so that it stands the same way whenever the demo is first started.
 * @param today 'YYYY-MM-DD'
 */
export const demoStoryOf = (family: DemoFamily, today: string): readonly Told[] => stories[family]((days) => addDays(today, -days))

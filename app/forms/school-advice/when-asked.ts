import type { Answers } from '~/engine/form'

/** What is known when a school accepts to tell what it knows. */
interface WhenAsked {
  readonly pupil: { readonly firstNames?: string; readonly lastName?: string; readonly birthDate?: string; readonly upn?: string }
  readonly school: { readonly urn: string; readonly name: string; readonly town?: string }
  readonly email: string
  readonly reference: string
  readonly dueOn: string
}

/** What a school that was asked need not type. */
export const answersWhenAsked = ({ pupil, school, email, reference, dueOn }: WhenAsked): Answers => ({
  schoolUse: 'evidence',
  requestReference: reference,
  replyBy: dueOn,
  settingName: school,
  writerEmail: email,
  ...(pupil.firstNames !== undefined && { childFirstNames: pupil.firstNames }),
  ...(pupil.lastName !== undefined && { childLastName: pupil.lastName }),
  ...(pupil.birthDate !== undefined && { childBirthDate: pupil.birthDate }),
  ...(pupil.upn !== undefined && { upn: pupil.upn }),
})

/** Where in the form a school tells what it was asked for. */
export const TOLD_IN: Readonly<Record<string, readonly string[]>> = {
  seen: ['needs', 'sen'],
  support: ['support', 'funding'],
  progress: ['attainment'],
  attendance: ['attendance', 'exclusions'],
  views: ['views'],
  reports: ['papers'],
}

import { page } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { oneAPage } from './one-a-page'

const DIAGNOSIS = [
  text('diagnosisName'),
  choice('diagnosisStage', { options: ['given', 'waiting', 'not-asked'], notSaid: ['dont-know'] }),
  text('diagnosisBy', { notSaid: ['dont-know'] }),
  uncertainDate('diagnosisOn', { past: true, notSaid: ['dont-know'] }),
] as const

/** Diagnoses, had or waited for. Every form asks for them, and none needs one (Children and Families Act 2014 s.36(8)). */
export const diagnoses = page('diagnoses', [repeat('diagnoses', { max: 10, questions: DIAGNOSIS })])

/** The same, for whom one question a page is enough. */
export const diagnosesOneByOne = page('diagnoses', [repeat('diagnoses', { max: 10, pages: oneAPage(DIAGNOSIS) })])

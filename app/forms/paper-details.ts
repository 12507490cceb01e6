import { defineForm, page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'

/** The kinds of evidence that a request can have (domain 2.7), in the order in which families meet them. */
const PAPER_KINDS = [
  'school-report', 'support-plan', 'support-review', 'provision-map', 'attainment', 'attendance', 'exclusion', 'behaviour', 'healthcare-plan', 'clinic-letter', 'mental-health',
  'autism-adhd', 'hearing-sight', 'educational-psychologist', 'speech-language', 'occupational-therapy', 'physiotherapy', 'specialist-teacher', 'early-years', 'social-care',
  'early-help', 'earlier-plan', 'private-report', 'child-views', 'parent-views', 'photo-film-sound', 'court-order', 'who-decides', 'other',
] as const

/**
 * What is said about a paper, a photo or a recording that somebody sends. All of it is optional: a file counts as it is. It goes with a request,
 * and is no form that somebody begins.
 */
export const paperDetails = defineForm('paper-details', {}, [
  section('about', { sees: 'council' }, [
    page('about', [
      choice('paperKind', { options: PAPER_KINDS, need: 'optional' }),
      text('paperTitle', { need: 'optional' }),
      text('paperAuthor', { need: 'optional' }),
      uncertainDate('paperDate', { need: 'optional' }),
      choice('paperWords', { options: ['child', 'family', 'school', 'expert', 'other'], need: 'optional' }),
      choice('paperSees', { options: ['council', 'advisers', 'advisers-and-school'], need: 'optional' }),
    ]),
  ]),
])

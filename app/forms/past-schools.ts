import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'

const optional = { need: 'optional' } as const

/** What every form asks of each place where somebody learned before. */
export const PAST_SCHOOL = [
  text('pastSchoolName', optional),
  uncertainDate('pastSchoolFrom', { past: true, ...optional }),
  uncertainDate('pastSchoolUntil', { past: true, ...optional }),
  text('pastSchoolWhyLeft', { max: 1000, ...optional }),
] as const

import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { diagnoses } from '../diagnoses'

/** The needs as the school census and the SEN2 return code them. */
const NEED_CODES = ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'] as const

/** What the setting's own register says. The pupil need not be on it, and no diagnosis is needed (Children and Families Act 2014 s.36(8)). */
export const sen = section('sen', { sees: 'advisers', special: 'health' }, [
  page('sen-status', [choice('senStatus', { options: ['none', 'sen-support'] })]),
  page('sen-since', [uncertainDate('senSince', { past: true })], { when: is('senStatus', 'sen-support') }),
  // Only the census knows support before anybody knows for what.
  page('primary-need', [choice('primaryNeed', { options: [...NEED_CODES, 'NSA'] })]),
  page('second-need', [choice('secondNeed', { options: [...NEED_CODES, 'none'] })]),
  diagnoses,
])

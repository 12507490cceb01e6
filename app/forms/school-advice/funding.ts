import { page, section } from '~/engine/form'
import { number } from '~/questions/number/number'
import { text } from '~/questions/text/text'

const pounds = { max: 1_000_000, unit: 'pounds', need: 'optional' } as const

/** What the support costs. Never a gate: no sum need have been spent (Children and Families Act 2014 s.36(8)). */
export const funding = section('funding', { sees: 'council' }, [
  page('funding', [
    number('notionalSpend', pounds),
    number('topUpFunding', pounds),
    number('inclusionFund', pounds),
    text('fundingBand', { need: 'optional' }),
  ]),
])

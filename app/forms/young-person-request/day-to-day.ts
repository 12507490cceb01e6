import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { keptPrivate } from '../parent-request/protection'

const optional = { need: 'optional' } as const

/** Getting about, money and staying safe. */
export const dayToDay = section('day-to-day', { sees: 'council' }, [
  page('travel', [longText('travel', optional)]),
  page('money', [longText('money', optional)]),
  page('safety', [longText('safety', { ...optional, protectedWhen: keptPrivate })], { exitQuickly: true }),
])

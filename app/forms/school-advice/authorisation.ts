import { page, section } from '~/engine/form'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from '../parent-request/protection'

/** Who acts for the setting is its own affair: a request is one without a head's signature. */
export const authorisation = section('authorisation', { sees: 'council' }, [
  page('authorisation', [yesNo('headAgrees'), text('headName', { protectedWhen: keptPrivate }), uncertainDate('headOn', { past: true })]),
])

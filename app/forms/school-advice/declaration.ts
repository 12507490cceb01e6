import { page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { text } from '~/questions/text/text'
import { keptPrivate } from '../parent-request/protection'

/** A typed name is enough, and a request is one without it. Whose name it is tells where the pupil learns. */
export const declaration = section('declaration', { sees: 'council' }, [
  page('declaration', [choices('declarationTrue', { options: ['true'] }), text('declarationName', { protectedWhen: keptPrivate })]),
])

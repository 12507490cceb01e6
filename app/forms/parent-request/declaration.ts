import { page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { text } from '~/questions/text/text'

/** A typed name is enough, and a request is a request without it. */
export const declaration = section('declaration', { sees: 'council' }, [
  page('declaration', [choices('declarationTrue', { options: ['true'] }), text('declarationName')]),
])

import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { papers as familyPapers } from '../parent-request/papers'
import { isEvidence } from './use'

/** As on the family's form; and whether whoever asked may read the files too. Not said, they are for the council alone: a file can hold what nobody else may read. */
export const papers = section('papers', { sees: 'advisers' }, [
  ...familyPapers.pages,
  page('files-for-family', [choice('filesForFamily', { options: ['yes', 'no'] })], { when: isEvidence }),
])

export const filesAreForFamily = is('filesForFamily', 'yes')

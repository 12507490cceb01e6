import { isNotSaid, type Computed } from '~/engine/form'
import { itemsOf } from '~/engine/repeat'

/**
 * Whether the family's details are kept private: the setting says so or is not sure, it is not safe to tell the family, or not safe to be
 * in touch with one of the parents. When in doubt, yes: a shown address cannot be taken back.
 */
export const detailsArePrivate: Computed = {
  of: ['familyTold', 'keepDetailsPrivate', 'parents'],
  options: ['yes', 'no'],
  from: (answers) =>
    answers['familyTold'] === 'not-safe' ||
    answers['keepDetailsPrivate'] === 'yes' ||
    answers['keepDetailsPrivate'] === 'unsure' ||
    isNotSaid(answers['keepDetailsPrivate']) ||
    itemsOf(answers, 'parents').some((each) => each['parentMayContact'] === 'no-safety')
      ? 'yes'
      : 'no',
}

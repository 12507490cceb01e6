import { all, is } from '~/engine/condition'
import { isNotSaid, type Computed } from '~/engine/form'
import { itemsOf } from '~/engine/repeat'

/**
 * Whether this family's details are kept private: they asked for it, they would rather not say, or they said of another parent that it
 * is not safe to be in touch with them. When in doubt, yes: a shown address cannot be taken back.
 */
export const detailsArePrivate: Computed = {
  of: ['keepDetailsPrivate', 'otherParents'],
  options: ['yes', 'no'],
  from: (answers) =>
    answers['keepDetailsPrivate'] === 'yes' ||
    isNotSaid(answers['keepDetailsPrivate']) ||
    itemsOf(answers, 'otherParents').some((each) => each['otherParentMayContact'] === 'no-safety')
      ? 'yes'
      : 'no',
}

/**
 * Somebody must not find this family. We then hide more than their address: a school, a surgery, a clinic or a move
 * tells where a child is as surely as a street does. Staff who may see it still can.
 */
export const keptPrivate = is('detailsArePrivate', 'yes')

/** Holds whatever was answered. */
export const always = all()

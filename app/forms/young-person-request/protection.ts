import { isNotSaid, type Computed } from '~/engine/form'

/** Whether the young person's details are kept private: they asked for it, they would rather not say, or a grown-up must not be told. */
export const detailsArePrivate: Computed = {
  of: ['keepDetailsPrivate', 'grownUpKnows'],
  options: ['yes', 'no'],
  from: ({ keepDetailsPrivate, grownUpKnows }) => (keepDetailsPrivate === 'yes' || isNotSaid(keepDetailsPrivate) || grownUpKnows === 'not-safe' ? 'yes' : 'no'),
}

import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export type TagProps = ComponentPropsWithoutRef<'strong'> & { colour?: TagColour | undefined }

/** A status in a word or two. The word says it; the colour only repeats it. */
export const Tag = ({ colour, className, children, ...rest }: TagProps) => (
  <strong {...rest} className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)}>
    {children}
  </strong>
)

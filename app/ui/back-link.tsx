import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type BackLinkProps = ComponentPropsWithoutRef<'a'>

/** A link to the page before this one: `<BackLink href="/start">Back</BackLink>`. */
export const BackLink = ({ className, children, ...rest }: BackLinkProps) => (
  <a {...rest} className={classNames('govuk-back-link', className)}>
    {children}
  </a>
)

import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type SkipLinkProps = ComponentPropsWithoutRef<'a'>

/** The first stop of the keyboard: past the header, to the content. Its target needs `tabIndex={-1}`. */
export const SkipLink = ({ className, children, href = '#content', ...rest }: SkipLinkProps) => (
  <a {...rest} href={href} className={classNames('govuk-skip-link', className)}>
    {children}
  </a>
)

import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type InsetTextProps = ComponentPropsWithoutRef<'div'>

/** Words set apart from the text around them. */
export const InsetText = ({ className, children, ...rest }: InsetTextProps) => (
  <div {...rest} className={classNames('govuk-inset-text', className)}>
    {children}
  </div>
)

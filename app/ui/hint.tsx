import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type HintProps = ComponentPropsWithoutRef<'div'>

/** Help beside a question. */
export const Hint = ({ className, children, ...rest }: HintProps) => (
  <div {...rest} className={classNames('govuk-hint', className)}>
    {children}
  </div>
)

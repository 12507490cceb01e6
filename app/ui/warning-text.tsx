import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type WarningTextProps = ComponentPropsWithoutRef<'div'> & {
  /** What the "!" says to someone who cannot see it ("Warning"). */
  iconText: ReactNode
}

/** Something that matters before a person goes on. */
export const WarningText = ({ iconText, className, children, ...rest }: WarningTextProps) => (
  <div {...rest} className={classNames('govuk-warning-text', className)}>
    <span className="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong className="govuk-warning-text__text">
      <span className="govuk-visually-hidden">{iconText}</span> {children}
    </strong>
  </div>
)

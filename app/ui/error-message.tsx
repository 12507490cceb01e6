import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type ErrorMessageProps = Omit<ComponentPropsWithoutRef<'p'>, 'prefix'> & {
  /** The word read out before the message ("Error"), unseen; `null` when the message itself says so. */
  prefix: ReactNode
}

/** What is wrong with one answer and how to fix it. */
export const ErrorMessage = ({ prefix, className, children, ...rest }: ErrorMessageProps) => (
  <p {...rest} className={classNames('govuk-error-message', className)}>
    {prefix ? (
      <>
        <span className="govuk-visually-hidden">{prefix}:</span>{' '}
      </>
    ) : null}
    {children}
  </p>
)

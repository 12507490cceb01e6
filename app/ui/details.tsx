import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type DetailsProps = ComponentPropsWithoutRef<'details'> & { summary: ReactNode }

/** Words that only some people need, folded under a line that says what they are. */
export const Details = ({ summary, className, children, ...rest }: DetailsProps) => (
  <details {...rest} className={classNames('govuk-details', className)}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
)

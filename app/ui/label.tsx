import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type HeadingSize = 'xl' | 'l' | 'm' | 's'

export type LabelProps = ComponentPropsWithoutRef<'label'> & {
  size?: HeadingSize | undefined
  /** Wraps the label in the page's `h1`, for a page that asks one thing. */
  isPageHeading?: boolean | undefined
}

/** The label of one control. Nothing is drawn when it has no words. */
export const Label = ({ size, isPageHeading = false, className, children, ...rest }: LabelProps) => {
  if (!children) return null
  const label = (
    <label {...rest} className={classNames('govuk-label', size && `govuk-label--${size}`, className)}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label
}

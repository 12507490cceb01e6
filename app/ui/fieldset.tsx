import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'
import type { HeadingSize } from './label'

export type FieldsetProps = ComponentPropsWithoutRef<'fieldset'> & {
  legend?: ReactNode
  legendSize?: HeadingSize | undefined
  legendClassName?: string | undefined
  /** Makes the legend the page's `h1`, for a page that asks one thing. */
  legendIsPageHeading?: boolean | undefined
}

/** Groups controls that answer one question, under that question. */
export const Fieldset = ({
  legend,
  legendSize,
  legendClassName,
  legendIsPageHeading = false,
  className,
  children,
  ...rest
}: FieldsetProps) => (
  <fieldset {...rest} className={classNames('govuk-fieldset', className)}>
    {legend ? (
      <legend className={classNames('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`, legendClassName)}>
        {legendIsPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
    ) : null}
    {children}
  </fieldset>
)

import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'

export type FormGroupProps = ComponentPropsWithoutRef<'div'> & { hasError?: boolean | undefined }

/** The box around one question and its controls; marked when the answer needs mending. */
export const FormGroup = ({ hasError = false, className, children, ...rest }: FormGroupProps) => (
  <div {...rest} className={classNames('govuk-form-group', hasError && 'govuk-form-group--error', className)}>
    {children}
  </div>
)

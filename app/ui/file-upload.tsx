import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { describedByOf, Field, type FieldProps } from './field'

export type FileUploadProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'> & FieldProps & { name: string }

/** A box that files are picked in, or dropped on. Its id is its name unless given. */
export const FileUpload = ({
  label, labelProps, hint, hintProps, error, errorPrefix, formGroup,
  name, id = name, className, 'aria-describedby': describedBy,
  ...rest
}: FileUploadProps) => (
  <Field {...{ id, label, labelProps, hint, hintProps, error, errorPrefix, formGroup }}>
    <input
      {...rest}
      id={id}
      name={name}
      type="file"
      aria-describedby={describedByOf(id, { hint, error }, describedBy)}
      className={classNames('govuk-file-upload', Boolean(error) && 'govuk-file-upload--error', className)}
    />
  </Field>
)

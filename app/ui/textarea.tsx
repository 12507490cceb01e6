import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classNames } from './class-names'
import { describedByOf, Field, type FieldProps } from './field'

export type TextareaProps = Omit<ComponentPropsWithoutRef<'textarea'>, 'name'> &
  FieldProps & {
    name: string
    /** Shown below the box, inside the question. */
    after?: ReactNode
  }

/** A box for several lines of text. Its id is its name unless given. */
export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>(
  (
    {
      label, labelProps, hint, hintProps, error, errorPrefix, formGroup,
      name, id = name, rows = 5, after, className, 'aria-describedby': describedBy,
      ...rest
    },
    ref,
  ) => (
    <Field {...{ id, label, labelProps, hint, hintProps, error, errorPrefix, formGroup }}>
      <textarea
        {...rest}
        ref={ref}
        id={id}
        name={name}
        rows={rows}
        aria-describedby={describedByOf(id, { hint, error }, describedBy)}
        className={classNames('govuk-textarea', Boolean(error) && 'govuk-textarea--error', className)}
      />
      {after}
    </Field>
  ),
)
Textarea.displayName = 'Textarea'

import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classNames } from './class-names'
import { describedByOf, Field, type FieldProps } from './field'

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

export type InputProps = Omit<ComponentPropsWithoutRef<'input'>, 'prefix' | 'name'> &
  FieldProps & {
    name: string
    /** The room for about so many characters; without it, the whole line. */
    width?: InputWidth | undefined
    /** A unit shown before the box ("£"); hidden from screen readers, so the label must say it. */
    prefix?: ReactNode
    suffix?: ReactNode
  }

/** A box for one line of text. Its id is its name unless given. */
export const Input = forwardRef<HTMLInputElement, InputProps>(
  (
    {
      label, labelProps, hint, hintProps, error, errorPrefix, formGroup,
      name, id = name, type = 'text', width, prefix, suffix, className, 'aria-describedby': describedBy,
      ...rest
    },
    ref,
  ) => {
    const input = (
      <input
        {...rest}
        ref={ref}
        id={id}
        name={name}
        type={type}
        aria-describedby={describedByOf(id, { hint, error }, describedBy)}
        className={classNames('govuk-input', width && `govuk-input--width-${width}`, Boolean(error) && 'govuk-input--error', className)}
      />
    )
    return (
      <Field {...{ id, label, labelProps, hint, hintProps, error, errorPrefix, formGroup }}>
        {prefix || suffix ? (
          <div className="govuk-input__wrapper">
            {prefix ? (
              <div className="govuk-input__prefix" aria-hidden="true">
                {prefix}
              </div>
            ) : null}
            {input}
            {suffix ? (
              <div className="govuk-input__suffix" aria-hidden="true">
                {suffix}
              </div>
            ) : null}
          </div>
        ) : (
          input
        )}
      </Field>
    )
  },
)
Input.displayName = 'Input'

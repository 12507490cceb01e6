import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { describedByOf, Field, type FieldProps } from './field'

export type SelectOption = Omit<ComponentPropsWithoutRef<'option'>, 'children' | 'label'> & { text: string }

export type SelectProps = Omit<ComponentPropsWithoutRef<'select'>, 'name' | 'children'> &
  FieldProps & {
    name: string
    options: readonly SelectOption[]
  }

/** A closed list of choices. Its id is its name unless given; `defaultValue` chooses one. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(
  (
    {
      label, labelProps, hint, hintProps, error, errorPrefix, formGroup,
      name, id = name, options, className, 'aria-describedby': describedBy,
      ...rest
    },
    ref,
  ) => (
    <Field {...{ id, label, labelProps, hint, hintProps, error, errorPrefix, formGroup }}>
      <select
        {...rest}
        ref={ref}
        id={id}
        name={name}
        aria-describedby={describedByOf(id, { hint, error }, describedBy)}
        className={classNames('govuk-select', Boolean(error) && 'govuk-select--error', className)}
      >
        {options.map(({ text, ...option }, index) => (
          <option key={index} {...option}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  ),
)
Select.displayName = 'Select'

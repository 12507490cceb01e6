import type { ComponentPropsWithoutRef, ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names'
import { describedByOf, FieldGroup, type FieldGroupProps } from './field'
import { Input } from './input'

/** One box of a date; spread `register('birthDate-day')` into it. Its id is its name unless given. */
export type DatePart = Omit<ComponentPropsWithRef<'input'>, 'width' | 'prefix'> & {
  name: string
  label: ReactNode
  width?: 2 | 4 | undefined
  /** Marks this box as the one to mend. When an error marks no box, all are marked. */
  hasError?: boolean | undefined
}

export type DateInputProps = Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id'> &
  FieldGroupProps & {
    id: string
    /** Day, month and year, in the order of the reader's language; fewer when less is asked. */
    parts: readonly DatePart[]
  }

/** A date that a person knows by heart, typed into up to three boxes. */
export const DateInput = ({
  id, parts, fieldset, hint, hintProps, error, errorPrefix, formGroup, className, ...rest
}: DateInputProps) => {
  const allWrong = Boolean(error) && !parts.some((part) => part.hasError)
  return (
    <FieldGroup
      {...{ id, hint, hintProps, error, errorPrefix, formGroup }}
      describedBy={describedByOf(id, { hint, error }, fieldset?.['aria-describedby'])}
      // Without the role, JAWS does not read the description of a fieldset of text boxes.
      fieldset={fieldset && { role: 'group', ...fieldset }}
    >
      <div {...rest} id={id} className={classNames('govuk-date-input', className)}>
        {parts.map(({ hasError, width = 2, className: partClass, ...part }) => (
          <div key={part.name} className="govuk-date-input__item">
            <Input
              inputMode="numeric"
              {...part}
              width={width}
              errorPrefix={null}
              labelProps={{ className: 'govuk-date-input__label' }}
              className={classNames('govuk-date-input__input', (hasError ?? allWrong) && 'govuk-input--error', partClass)}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}

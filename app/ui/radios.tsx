import { forwardRef, type ChangeEventHandler, type ComponentPropsWithoutRef, type FocusEventHandler } from 'react'
import { ChoiceItem, choiceIdOf, isDivider, type Choice, type Divider } from './choice'
import { classNames } from './class-names'
import { describedByOf, FieldGroup, type FieldGroupProps } from './field'

export type RadiosProps = Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id' | 'onChange' | 'onBlur' | 'defaultValue'> &
  FieldGroupProps & {
    name: string
    /** The id of the first radio and the stem of the others; the name unless given. */
    id?: string | undefined
    items: readonly (Choice | Divider)[]
    /** The value of the chosen radio. */
    defaultValue?: string | undefined
    size?: 'small' | undefined
    inline?: boolean | undefined
    disabled?: boolean | undefined
    onChange?: ChangeEventHandler<HTMLInputElement> | undefined
    onBlur?: FocusEventHandler<HTMLInputElement> | undefined
  }

/** A question with one answer out of a few. The ref, `onChange` and `onBlur` go to every radio. */
export const Radios = forwardRef<HTMLInputElement, RadiosProps>(
  (
    {
      fieldset, hint, hintProps, error, errorPrefix, formGroup,
      name, id = name, items, defaultValue, size, inline, disabled, onChange, onBlur, className,
      ...rest
    },
    ref,
  ) => (
    <FieldGroup
      {...{ id, fieldset, hint, hintProps, error, errorPrefix, formGroup }}
      describedBy={describedByOf(id, { hint, error }, fieldset?.['aria-describedby'])}
    >
      <div {...rest} className={classNames('govuk-radios', size && 'govuk-radios--small', inline && 'govuk-radios--inline', className)}>
        {items.map((item, index) =>
          isDivider(item) ? (
            <div key={index} className="govuk-radios__divider">
              {item.divider}
            </div>
          ) : (
            <ChoiceItem
              key={index}
              disabled={disabled}
              onChange={onChange}
              onBlur={onBlur}
              {...item}
              defaultChecked={item.defaultChecked ?? (defaultValue !== undefined && item.value === defaultValue)}
              name={name}
              block="govuk-radios"
              type="radio"
              id={item.id ?? choiceIdOf(id, index)}
              inputRef={ref}
            />
          ),
        )}
      </div>
    </FieldGroup>
  ),
)
Radios.displayName = 'Radios'

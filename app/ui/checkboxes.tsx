import { forwardRef, type ChangeEvent, type ChangeEventHandler, type ComponentPropsWithoutRef, type FocusEventHandler } from 'react'
import { ChoiceItem, choiceIdOf, isDivider, type Choice, type Divider } from './choice'
import { classNames } from './class-names'
import { describedByOf, FieldGroup, type FieldGroupProps } from './field'

/** A checkbox; an `exclusive` one ("None of these") clears the others, and they clear it. */
export type Checkbox = Choice & { exclusive?: boolean | undefined }

export type CheckboxesProps = Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id' | 'onChange' | 'onBlur'> &
  FieldGroupProps & {
    name: string
    /** The id of the first checkbox and the stem of the others; the name unless given. */
    id?: string | undefined
    items: readonly (Checkbox | Divider)[]
    /** The values that are ticked. */
    defaultValues?: readonly string[] | undefined
    size?: 'small' | undefined
    disabled?: boolean | undefined
    onChange?: ChangeEventHandler<HTMLInputElement> | undefined
    onBlur?: FocusEventHandler<HTMLInputElement> | undefined
  }

/**
 * Unticks what cannot stay ticked beside the box that has just been ticked. It presses the other boxes, so that whoever
 * listens to them (the form library, autosave) hears it.
 */
const clearOthers = (ticked: HTMLInputElement, exclusiveOnly: boolean) => {
  const group = ticked.closest('.govuk-checkboxes')?.querySelectorAll<HTMLInputElement>(':scope > div > input[type=checkbox]') ?? []
  for (const other of group) {
    const inTheWay = !exclusiveOnly || other.dataset['behaviour'] === 'exclusive'
    if (other !== ticked && other.checked && inTheWay) other.click()
  }
}

/** A question with any number of answers. The ref, `onChange` and `onBlur` go to every checkbox. */
export const Checkboxes = forwardRef<HTMLInputElement, CheckboxesProps>(
  (
    {
      fieldset, hint, hintProps, error, errorPrefix, formGroup,
      name, id = name, items, defaultValues, size, disabled, onChange, onBlur, className, 'aria-describedby': ownDescribedBy,
      ...rest
    },
    ref,
  ) => {
    const before = fieldset?.['aria-describedby'] ?? ownDescribedBy
    const describedBy = describedByOf(id, { hint, error }, before)
    const onTick = (exclusive: boolean) => (event: ChangeEvent<HTMLInputElement>) => {
      if (event.currentTarget.checked) clearOthers(event.currentTarget, !exclusive)
      onChange?.(event)
    }
    return (
      <FieldGroup {...{ id, fieldset, hint, hintProps, error, errorPrefix, formGroup, describedBy }}>
        <div {...rest} className={classNames('govuk-checkboxes', size && 'govuk-checkboxes--small', className)}>
          {items.map((item, index) => {
            if (isDivider(item)) {
              return (
                <div key={index} className="govuk-checkboxes__divider">
                  {item.divider}
                </div>
              )
            }
            const { exclusive = false, ...choice } = item
            return (
              <ChoiceItem
                key={index}
                name={name}
                disabled={disabled}
                onBlur={onBlur}
                aria-describedby={fieldset ? undefined : describedBy}
                {...choice}
                defaultChecked={choice.defaultChecked ?? defaultValues?.includes(item.value) ?? false}
                onChange={onTick(exclusive)}
                data-behaviour={exclusive ? 'exclusive' : undefined}
                block="govuk-checkboxes"
                type="checkbox"
                id={item.id ?? choiceIdOf(id, index)}
                inputRef={ref}
              />
            )
          })}
        </div>
      </FieldGroup>
    )
  },
)
Checkboxes.displayName = 'Checkboxes'

import { forwardRef, useId, useImperativeHandle, useRef, type ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { describedByOf, Field, type FieldProps } from './field'
import { useSuggestions, type Suggest } from './use-suggestions'

export type ComboboxProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type' | 'list'> &
  FieldProps & {
    name: string
    /** Looks up what may be meant. Where it fails, nothing is offered, and nothing is said. */
    suggest: Suggest
    /** Says how many were found, for whoever does not see the list. */
    foundText: (number: number) => string
  }

/**
 * A box for one line of text that offers suggestions while somebody types (the ARIA 1.2 combobox). Any text may stay in it. Without JavaScript it is
 * a plain box. Its id is its name unless given.
 */
export const Combobox = forwardRef<HTMLInputElement, ComboboxProps>(
  (
    { label, labelProps, hint, hintProps, error, errorPrefix, formGroup, name, id = name, className, suggest, foundText, 'aria-describedby': describedBy, onBlur, ...rest },
    ref,
  ) => {
    const box = useRef<HTMLInputElement>(null)
    useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => box.current)
    const listId = useId()
    const { isAlive, suggestions, isOpen, active, found, onKeyDown, close, choose } = useSuggestions(box, suggest)
    const optionId = (index: number) => `${listId}-${index}`
    const live = isAlive && {
      'role': 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
      // A browser's own list would lie on ours.
      'autoComplete': 'off',
    } as const
    return (
      <Field {...{ id, label, hint, hintProps, error, errorPrefix, formGroup }} labelProps={{ id: `${id}-label`, ...labelProps }}>
        <div className="wm-combobox">
          <input
            {...rest}
            {...live}
            ref={box}
            id={id}
            name={name}
            type="text"
            aria-describedby={describedByOf(id, { hint, error }, describedBy)}
            className={classNames('govuk-input', Boolean(error) && 'govuk-input--error', className)}
            onKeyDown={onKeyDown}
            onBlur={(event) => {
              close()
              onBlur?.(event)
            }}
          />
          {isAlive ? (
            <>
              <ul id={listId} role="listbox" aria-labelledby={`${id}-label`} hidden={!isOpen} className="govuk-list">
                {suggestions.map(({ value, label: title, details }, index) => (
                  <li
                    key={value}
                    id={optionId(index)}
                    role="option"
                    aria-selected={index === active}
                    // The box keeps the keyboard, so that the list is still there when the mouse comes up.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(value)}
                  >
                    <bdi>{title}</bdi>
                    {details ? <span className="govuk-caption-m">{details}</span> : null}
                  </li>
                ))}
              </ul>
              <div className="govuk-visually-hidden" role="status">
                {found === undefined ? null : foundText(found)}
              </div>
            </>
          ) : null}
        </div>
      </Field>
    )
  },
)
Combobox.displayName = 'Combobox'

import type { ComponentPropsWithoutRef, Ref, ReactNode } from 'react'
import { classNames } from './class-names'
import { Hint, type HintProps } from './hint'
import { Label, type LabelProps } from './label'

/** One radio button or checkbox, as its caller writes it. */
export type Choice = Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'> & {
  value: string
  label: ReactNode
  labelProps?: LabelProps | undefined
  hint?: ReactNode
  hintProps?: HintProps | undefined
  /** More to answer when this is chosen. It follows at once in reading order, and shows without JavaScript too. */
  conditional?: ReactNode
}

/** A word between two choices, such as "or". */
export type Divider = { divider: ReactNode }

export const isDivider = (item: Choice | Divider): item is Divider => 'divider' in item

type ChoiceItemProps = Choice & {
  block: 'govuk-radios' | 'govuk-checkboxes'
  type: 'radio' | 'checkbox'
  id: string
  inputRef: Ref<HTMLInputElement>
}

/** The markup of one choice, the same for radios and checkboxes but for the name of the block. */
export const ChoiceItem = ({
  block, id, label, labelProps, hint, hintProps, conditional, inputRef, className, 'aria-describedby': describedBy,
  ...input
}: ChoiceItemProps) => {
  const hintId = hint ? `${id}-item-hint` : undefined
  return (
    <>
      <div className={`${block}__item`}>
        <input
          {...input}
          ref={inputRef}
          id={id}
          className={classNames(`${block}__input`, className)}
          aria-describedby={classNames(describedBy, hintId) || undefined}
        />
        <Label {...labelProps} htmlFor={id} className={classNames(`${block}__label`, labelProps?.className)}>
          {label}
        </Label>
        {hint ? (
          <Hint {...hintProps} id={hintId} className={classNames(`${block}__hint`, hintProps?.className)}>
            {hint}
          </Hint>
        ) : null}
      </div>
      {conditional ? (
        <div
          id={`conditional-${id}`}
          className={classNames(`${block}__conditional`, !input.defaultChecked && `${block}__conditional--hidden`)}
        >
          {conditional}
        </div>
      ) : null}
    </>
  )
}

/** The id of the n-th choice, counted from 0: the first has no number, so that an error can link to it. */
export const choiceIdOf = (prefix: string, index: number): string => (index === 0 ? prefix : `${prefix}-${index + 1}`)

import { forwardRef, useEffect, useImperativeHandle, useRef, useState, type ReactNode } from 'react'
import { classNames } from './class-names'
import { Textarea, type TextareaProps } from './textarea'
import { useCharacterCount } from './use-character-count'

export type CharacterCountProps = Omit<TextareaProps, 'after' | 'maxLength'> & {
  /** The most characters an answer may have. */
  limit?: number | undefined
  /** Says the limit before a person types ("You can enter up to 500 characters"). */
  limitText?: ReactNode
  limitClassName?: string | undefined
  /** Says how many characters are left; negative when there are too many. */
  leftText?: ((left: number) => string) | undefined
  /** How full, in percent, the box must be before the count replaces the limit. */
  threshold?: number | undefined
}

/**
 * A text box that says how much room is left. It never stops anyone typing or pasting: the answer is checked on Continue.
 * Without JavaScript it says the limit.
 */
export const CharacterCount = forwardRef<HTMLTextAreaElement, CharacterCountProps>(
  ({ limit, limitText, limitClassName, leftText, threshold = 75, formGroup, className, name, id = name, ...rest }, ref) => {
    const box = useRef<HTMLTextAreaElement>(null)
    useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => box.current)
    const { left, leftAtRest } = useCharacterCount(box, limit, threshold)
    const [isAlive, setIsAlive] = useState(false)
    useEffect(() => setIsAlive(true), [])
    const isOver = left !== undefined && left < 0
    const message = (text: ReactNode) => (
      <div
        id={`${id}-info`}
        className={classNames(isOver ? 'govuk-error-message' : 'govuk-hint', 'govuk-character-count__message', limitClassName)}
      >
        {text}
      </div>
    )
    return (
      <Textarea
        {...rest}
        ref={box}
        id={id}
        name={name}
        aria-describedby={`${id}-info`}
        className={classNames(isOver && 'govuk-textarea--error', className)}
        formGroup={{ ...formGroup, className: classNames('govuk-character-count', formGroup?.className) }}
        after={
          <>
            {message(left !== undefined && leftText ? leftText(left) : limitText)}
            {isAlive && leftText ? (
              <div className="govuk-visually-hidden" aria-live="polite">
                {leftAtRest === undefined ? null : leftText(leftAtRest)}
              </div>
            ) : null}
          </>
        }
      />
    )
  },
)
CharacterCount.displayName = 'CharacterCount'

import { forwardRef, type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names'
import { usePreventDoubleClick } from './use-prevent-double-click'

type Look = {
  variant?: 'secondary' | 'warning' | undefined
  /** The large button with an arrow that begins a service. */
  start?: boolean | undefined
}

export type ButtonProps = ComponentPropsWithoutRef<'button'> & Look & { preventDoubleClick?: boolean | undefined }
export type ButtonLinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'onKeyDown'> & Look

const classOf = ({ variant, start }: Look, className: string | undefined) =>
  classNames('govuk-button', variant && `govuk-button--${variant}`, start && 'govuk-button--start', className)

const StartIcon = () => (
  <svg
    className="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** A start button is a flex box, which eats the spaces between elements: they are kept inside one span. */
const content = (children: ReactNode, start: boolean | undefined) =>
  start ? (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <StartIcon />
    </>
  ) : (
    children
  )

/** A button; it submits its form unless `type` says otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(
  ({ variant, start, preventDoubleClick = false, className, children, type = 'submit', disabled, onClick, ...rest }, ref) => (
    <button
      {...rest}
      ref={ref}
      type={type}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      className={classOf({ variant, start }, className)}
      onClick={usePreventDoubleClick(preventDoubleClick, onClick)}
    >
      {content(children, start)}
    </button>
  ),
)
Button.displayName = 'Button'

/** A button answers Space too, which a link does not by itself. */
function pressWithSpace(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}

/** A link that looks like a button: for "Start now" and other steps that only go to a page. */
export const ButtonLink = ({ variant, start, className, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} role="button" draggable="false" className={classOf({ variant, start }, className)} onKeyDown={pressWithSpace}>
    {content(children, start)}
  </a>
)

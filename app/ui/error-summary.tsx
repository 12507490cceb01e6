import { forwardRef, useEffect, useImperativeHandle, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classNames } from './class-names'
import { focusField } from './focus-field'

export type SummaryError = {
  message: ReactNode
  /** `#` and the id of the control to mend. */
  href?: string | undefined
  linkProps?: ComponentPropsWithoutRef<'a'> | undefined
}

export type ErrorSummaryProps = Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> & {
  title: ReactNode
  description?: ReactNode
  errors?: readonly SummaryError[] | undefined
  /** Takes the keyboard as soon as it appears; a new `key` makes it do so again after the next failed Continue. */
  focusOnMount?: boolean | undefined
}

/** Every error of the page, first thing in `main`, each a link to its field. */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(
  ({ title, description, errors = [], focusOnMount = false, className, ...rest }, ref) => {
    const own = useRef<HTMLDivElement>(null)
    useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => own.current)
    useEffect(() => {
      if (focusOnMount) own.current?.focus()
    }, [focusOnMount])
    return (
      <div
        tabIndex={focusOnMount ? -1 : undefined}
        // Where no script runs, the browser itself brings the keyboard here.
        autoFocus={focusOnMount}
        {...rest}
        ref={own}
        className={classNames('govuk-error-summary', className)}
      >
        {/* The alert is a child of what takes focus, or a screen reader may lose part of it. */}
        <div role="alert">
          <h2 className="govuk-error-summary__title">{title}</h2>
          <div className="govuk-error-summary__body">
            {description ? <p>{description}</p> : null}
            {errors.length > 0 ? (
              <ul className="govuk-list govuk-error-summary__list">
                {errors.map(({ message, href, linkProps }, index) => (
                  <li key={index}>
                    {href ? (
                      <a {...linkProps} href={href} onClick={focusField}>
                        {message}
                      </a>
                    ) : (
                      message
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        </div>
      </div>
    )
  },
)
ErrorSummary.displayName = 'ErrorSummary'

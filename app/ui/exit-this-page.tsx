import { useCallback, useEffect, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { ButtonLink } from './button'
import { classNames } from './class-names'
import { useExitKeys } from './use-exit-keys'

export type ExitThisPageProps = ComponentPropsWithoutRef<'div'> & {
  /** A harmless page, such as the weather. */
  href: string
  /** What a screen reader hears while the other page loads. */
  leavingText: ReactNode
  pressTwoMoreTimesText: ReactNode
  pressOneMoreTimeText: ReactNode
  timedOutText: ReactNode
}

const lights = [1, 2, 3]

/**
 * Leaves at once for a harmless page, by the button or by pressing Shift three times, for someone who must not be seen here.
 * It takes this page's place in the history, so Back does not return to it. Without JavaScript it is an ordinary link.
 */
export const ExitThisPage = ({
  href, leavingText, pressTwoMoreTimesText, pressOneMoreTimeText, timedOutText, className, children, ...rest
}: ExitThisPageProps) => {
  const [isAlive, setIsAlive] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  useEffect(() => {
    setIsAlive(true)
    const onReturn = () => setIsLeaving(false)
    window.addEventListener('pageshow', onReturn)
    return () => window.removeEventListener('pageshow', onReturn)
  }, [])
  const leave = useCallback(() => {
    setIsLeaving(true)
    window.location.replace(href)
  }, [href])
  const { presses, hasTimedOut } = useExitKeys(leave)
  const status = [hasTimedOut ? timedOutText : null, pressTwoMoreTimesText, pressOneMoreTimeText][presses]
  return (
    <div {...rest} className={classNames('govuk-exit-this-page', className)}>
      <ButtonLink
        variant="warning"
        className="govuk-exit-this-page__button"
        href={href}
        rel="nofollow noreferrer"
        onClick={(event) => {
          event.preventDefault()
          leave()
        }}
      >
        {children}
        {isAlive ? (
          <div
            className={classNames('govuk-exit-this-page__indicator', presses > 0 && 'govuk-exit-this-page__indicator--visible')}
            aria-hidden="true"
          >
            {lights.map((light) => (
              <div
                key={light}
                className={classNames('govuk-exit-this-page__indicator-light', light <= presses && 'govuk-exit-this-page__indicator-light--on')}
              />
            ))}
          </div>
        ) : null}
      </ButtonLink>
      {isAlive ? (
        <span role="status" className="govuk-visually-hidden">
          {status}
        </span>
      ) : null}
      {isLeaving ? (
        <div className="govuk-exit-this-page-overlay" role="alert">
          {leavingText}
        </div>
      ) : null}
    </div>
  )
}

import { useEffect, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classNames } from './class-names'

export type NotificationBannerProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode
  titleId?: string | undefined
  titleLevel?: 2 | 3 | undefined
  /** Something a person did has worked: read out at once. */
  success?: boolean | undefined
  /** Takes the keyboard as soon as it appears. */
  focusOnMount?: boolean | undefined
}

/** News that is not about the page itself. A plain string is set as its heading; anything else is set as it is. */
export const NotificationBanner = ({
  title,
  titleId = 'govuk-notification-banner-title',
  titleLevel = 2,
  success = false,
  focusOnMount = false,
  role = success ? 'alert' : 'region',
  className,
  children,
  ...rest
}: NotificationBannerProps) => {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusOnMount) own.current?.focus()
  }, [focusOnMount])
  const Heading = `h${titleLevel}` as const
  return (
    <div
      tabIndex={focusOnMount ? -1 : undefined}
      // Where no script runs, the browser itself brings the keyboard here.
      autoFocus={focusOnMount}
      {...rest}
      ref={own}
      role={role}
      aria-labelledby={titleId}
      className={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', className)}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}

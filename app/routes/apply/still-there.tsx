import { useEffect, useState } from 'react'
import { Button } from '~/ui/button'
import { NotificationBanner } from '~/ui/notification-banner'
import type { PageView } from './page-view.server'

const MINUTE = 60_000

/**
 * Warns before somebody is signed out, and lets them stay with one press (WCAG 2.2.1). Without scripts the page states the limit
 * instead. Typing keeps the session alive by itself, so this speaks only to somebody who has gone quiet.
 * @param quietSince changes whenever the server has heard from this page
 */
export const StillThere = ({ session, important, quietSince, onStay }: {
  session: NonNullable<PageView['session']>
  important: string
  quietSince: unknown
  onStay: () => void
}) => {
  const [isWarning, setIsWarning] = useState(false)
  useEffect(() => {
    setIsWarning(false)
    const timer = setTimeout(() => setIsWarning(true), session.warnAfterMinutes * MINUTE)
    return () => clearTimeout(timer)
  }, [quietSince, session.warnAfterMinutes])
  if (!isWarning) return <p className="govuk-hint">{session.limit}</p>
  return (
    <NotificationBanner title={important} role="alert">
      <h2 className="govuk-notification-banner__heading">{session.heading}</h2>
      <p className="govuk-body">{session.text}</p>
      <Button type="button" onClick={onStay}>
        {session.stay}
      </Button>
    </NotificationBanner>
  )
}

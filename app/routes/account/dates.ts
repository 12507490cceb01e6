import type { LoaderFunctionArgs } from '@remix-run/node'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { datesOf } from '~/applications/timeline-view'
import { viewerFor } from '~/applications/viewer'
import { seeOther } from '../responses.server'
import { followingFile } from './follow.server'

/** The dates still to come, for a calendar. They name nobody, since calendars are shared. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await followingFile(args)
  const { words } = context.visit
  const viewer = await viewerFor(context.services, open.actor, open.form, open)
  const dates = datesOf({ facts: open.facts, viewer, today: context.services.clock.today(), words })
  // A calendar without anything in it is none (RFC 5545, 3.6). The application's own page says why nothing is to come.
  if (dates.length === 0) return seeOther(`/applications/${open.reference}`)
  const calendar = ical({ name: words.text('common:service'), method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Waymark', product: 'Waymark' } })
  for (const { id, on, title } of dates) {
    calendar.createEvent({ id: `${open.reference}-${id}@waymark`, start: new Date(`${on}T00:00:00Z`), allDay: true, timezone: 'UTC', summary: title, stamp: new Date(open.application.startedAt) })
  }
  return new Response(calendar.toString(), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `attachment; filename="${open.reference}.ics"` },
  })
}

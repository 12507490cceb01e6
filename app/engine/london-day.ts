// Sweden writes dates as ISO 8601 does.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The calendar date in London, 'YYYY-MM-DD', at an instant. */
export const londonDayOf = (at: Date): string => day.format(at)

const MINUTE = 60_000

/**
 * The calendar date in London by a clock, 'YYYY-MM-DD'. It is reckoned once a minute and not for each of the many that ask, since days begin at a
 * whole minute in London.
 * @param now milliseconds since 1970
 */
export function londonDayBy(now: () => number): () => string {
  let known = { minute: NaN, day: '' }
  return () => {
    const minute = Math.floor(now() / MINUTE)
    if (minute !== known.minute) known = { minute, day: londonDayOf(new Date(minute * MINUTE)) }
    return known.day
  }
}

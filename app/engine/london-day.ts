// Sweden writes dates as ISO 8601 does.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The calendar date in London, 'YYYY-MM-DD', at an instant. */
export const londonDayOf = (at: Date): string => day.format(at)

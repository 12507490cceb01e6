import { asciiDigits } from './ascii-digits'

const SHAPE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/
const close = (text: string) => asciiDigits(text).toUpperCase().replace(/[\s.-]/g, '')

/** Whether a text has the shape of a UK postcode (GIR 0AA is the one exception to the shape). */
export const isUkPostcode = (text: string): boolean => SHAPE.test(close(text)) || close(text) === 'GIR0AA'

/** A UK postcode in capitals with its one space; anything else in capitals and otherwise as it was typed. */
export const tidyPostcode = (text: string): string => {
  if (!isUkPostcode(text)) return text.toUpperCase()
  const letters = close(text)
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`
}

/** Whether a tidy postcode is in one of these areas ('LS') or districts ('WF3'). */
export const isInAreas = (postcode: string, areas: readonly string[]): boolean => {
  const [district = ''] = postcode.split(' ')
  const area = /^[A-Z]+/.exec(district)?.[0]
  return areas.some((each) => each === district || each === area)
}

import { asciiDigits } from './ascii-digits'
import { isLonger } from './reading'

/** Numbers given out by others (NHS, schools): capitals without spaces or dashes. */
export const tidyCode = (line: string): string => asciiDigits(line).toUpperCase().replace(/[\s-]/g, '')

export const codeIsTooLong = (line: string): string | undefined => (isLonger(line, 50) ? 'tooLong' : undefined)

/** The sum of digits, each times its weight: the first weight falls, or rises, by one a digit. */
export const weighted = (digits: string, first: number, step: 1 | -1 = -1): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (first + step * index), 0)

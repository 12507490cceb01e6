import { randomInt } from 'node:crypto'

// No vowels (no words by chance), no 0 or 1 (read as O and I). 29 is prime, so the check character notices every wrong
// character and every two that changed places (ISO 7064 idea: weights that differ, modulo a prime).
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXYZ'
const LENGTH = 7

/** A new reference such as `7H4K-92CX`: seven random characters and a check character. */
export function newReference(): string {
  const body = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] as string).join('')
  return written(body + checkCharacter(body))
}

/** A reference as somebody typed it, in our own spelling; undefined when its check character is wrong. */
export function readReference(text: string): string | undefined {
  const compact = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (compact.length !== LENGTH + 1 || [...compact].some((each) => !ALPHABET.includes(each))) return undefined
  return checkCharacter(compact.slice(0, LENGTH)) === compact[LENGTH] ? written(compact) : undefined
}

/** The same, and what was typed where it is no reference: nothing is found under that. */
export const referenceIn = (text: string): string => readReference(text) ?? text

const checkCharacter = (body: string) =>
  ALPHABET[[...body].reduce((sum, each, index) => sum + (index + 2) * ALPHABET.indexOf(each), 0) % ALPHABET.length] as string

const written = (compact: string) => `${compact.slice(0, 4)}-${compact.slice(4)}`

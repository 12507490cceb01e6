import { Found } from './found'

/** What Windows-1252 has no letter for, and what no text has: everything below the space but line ends and tabs. */
const NO_TEXT = /[\0-\x08\x0b\x0e-\x1f\x7f\ufffd]/

/**
 * A text, whatever it was written on, as UTF-8: what Notepad and phones write is UTF-8 or UTF-16 with a mark, or Windows-1252 without one.
 * @throws Found when it is no text
 */
export function cleanText(bytes: Buffer): Buffer {
  const text = decode(bytes)
  if (NO_TEXT.test(text.replace(/\f/g, '\n'))) throw new Found('not-what-it-says')
  return Buffer.from(text)
}

/** What Windows-1252 has from 0x80 to 0x9f; Node 20 takes that alphabet for Latin 1. */
const WINDOWS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

const isLittle = ([first, second]: Buffer) => first === 0xff && second === 0xfe
const isBig = ([first, second]: Buffer) => first === 0xfe && second === 0xff

/** Whether its first two bytes say that it is UTF-16. */
export const isMarkedText = (bytes: Buffer): boolean => isLittle(bytes) || isBig(bytes)

function decode(bytes: Buffer): string {
  if (isMarkedText(bytes)) return new TextDecoder(isLittle(bytes) ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)
  }
}

// C0 and C1 controls except tab and newline; bidi overrides, embeddings and isolates (they can hide or reorder what others
// read); byte order marks and other non-characters; lone surrogates (under the u flag a pair is never matched by its halves).
const UNSAFE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\uD800-\uDFFF]/gu

// Word's line break is a vertical tab; U+0085, U+2028 and U+2029 also end a line.
const NEWLINE = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g

// No script stacks more than 30 marks on a letter (Unicode's Stream-Safe Text, UAX 15), and sorting a million of them takes minutes.
const STACKED = /(\p{M}{30})\p{M}+/gu

/** Typed text as we keep it: one Unicode form (NFC), newlines as \n, no invisible characters that act on other text. */
export const cleanText = (text: string): string => text.replace(NEWLINE, '\n').replace(UNSAFE, '').replace(STACKED, '$1').normalize('NFC')

/** What a decoder leaves where bytes were not text: never kept as if a person had typed it. */
const UNREADABLE = '\uFFFD'

/** Whether a text is whole, and not what was left of bytes that could not be read. */
export const isReadable = (text: string): boolean => !text.includes(UNREADABLE)

/** One line of text: cleaned, inner white space as single spaces, ends trimmed. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

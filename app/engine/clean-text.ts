// C0 and C1 controls except tab and newline; bidi overrides, embeddings and isolates (they can hide or reorder what others
// read); byte order marks and other non-characters; lone surrogates.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Typed text as we keep it: one Unicode form (NFC), newlines as \n, no invisible characters that act on other text. */
export const cleanText = (text: string): string => text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(UNSAFE, '').normalize('NFC')

/** One line of text: cleaned, inner white space as single spaces, ends trimmed. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

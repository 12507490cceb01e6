const isDigit = (point: number) => /^\p{Nd}$/u.test(String.fromCodePoint(point))

/** The same text with the digits of any script (Arabic-Indic, Devanagari, full width…) as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    // Unicode lays out the digits of a script from zero to nine, in unbroken runs of ten.
    let zero = point
    while (isDigit(zero - 1)) zero -= 1
    return String((point - zero) % 10)
  })

/** The most letters that a name of a file keeps. */
const MAX = 120

/**
 * The name of a file, made fit to be shown and to be saved on any computer: no folders, no control characters, none that turn the direction of
 * writing (with them `fdp.exe` can be shown as `exe.pdf`), and not too long. The ending stays.
 */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  return [...stem].slice(0, MAX - ending.slice(0, 10).length).join('') + ending.slice(0, 10)
}

// Fields of Word (in DOCX and RTF) are instructions that the program carries out: the first word says what.

/** Stands for another field inside an instruction. */
export const NESTED = '\u0000'

/** Instructions that fetch or start something outside of the document. */
const REACHING = ['DDE', 'DDEAUTO', 'INCLUDE', 'INCLUDETEXT', 'IMPORT', 'LINK', 'DATABASE']

/** A place that is asked for without asking: on the web, or on another computer (which is told who asks). */
const ELSEWHERE = /(https?|ftp|file):|(^|["\s])\\\\/i

/** Whether a field reaches outside of the document when it is carried out. A link that waits to be clicked does not. */
export function reachesOut(instruction: string): boolean {
  const said = instruction.trimStart()
  // What another field makes up cannot be known; no office program writes it so.
  if (said.startsWith(NESTED)) return true
  const word = /^[A-Z]+/i.exec(said)?.[0]?.toUpperCase() ?? ''
  return REACHING.includes(word) || (word === 'INCLUDEPICTURE' && ELSEWHERE.test(said))
}

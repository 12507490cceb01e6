/** What stands side by side on a line, with its level of embedding: odd is written from right to left (Unicode UAX 9). */
export interface Levelled {
  readonly level: number
}

/** From the order of standing, left to right, to the order of reading: rule L2 of UAX 9 undone, the lowest level first. */
export function readingOrder<Piece extends Levelled>(pieces: readonly Piece[]): readonly Piece[] {
  const highest = Math.max(0, ...pieces.map((piece) => piece.level))
  let ordered = [...pieces]
  for (let level = 1; level <= highest; level++) ordered = reversedRuns(ordered, level)
  return ordered
}

/** With each run of neighbours of at least this level reversed. */
function reversedRuns<Piece extends Levelled>(pieces: readonly Piece[], level: number): Piece[] {
  const ordered: Piece[] = []
  let run: Piece[] = []
  for (const piece of pieces) {
    if (piece.level >= level) run.unshift(piece)
    else {
      ordered.push(...run, piece)
      run = []
    }
  }
  return [...ordered, ...run]
}

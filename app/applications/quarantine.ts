import type { Bytes, Objects, Quarantined, Sealing } from './ports'

/** The bytes of a file as they came, whether in one object or in pieces; undefined when one of these is not there. */
export async function cameIn(objects: Pick<Objects, 'get'>, { objects: names, sealing }: Quarantined): Promise<Bytes | undefined> {
  const pieces = await Promise.all(names.map(async (name) => ({ name, sealed: await objects.get(name) })))
  return pieces.every(isThere) ? joined(pieces, sealing) : undefined
}

interface SealedPiece {
  readonly name: string
  readonly sealed: Bytes
}
const isThere = (piece: { readonly name: string; readonly sealed: Bytes | undefined }): piece is SealedPiece => piece.sealed !== undefined

async function* joined(pieces: readonly SealedPiece[], sealing: Sealing): Bytes {
  for (const { name, sealed } of pieces) yield* sealing.open(name, sealed)
}

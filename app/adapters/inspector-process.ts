import * as z from 'zod'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes, Inspector } from '~/applications/ports'
import { fileTypeNamed, fileTypes, insideFaults, type FileType } from '~/applications/uploads'
import { confinedProcess, type ConfinedSettings } from './confined-process'

const verdict = z.union([
  z.strictObject({ refused: z.enum(insideFaults) }),
  z.strictObject({ type: z.enum(Object.keys(fileTypes) as [FileType]), size: z.int().min(0) }),
])

/** Inspects each file in a process of its own, which can do no harm. */
export function inspectorProcess(settings: ConfinedSettings): Inspector {
  const confined = confinedProcess(settings)
  return {
    async inspect({ name, bytes }) {
      const type = fileTypeNamed(name)
      if (!type) return { refused: 'not-what-it-says' }
      const { line, rest, stop } = await confined.run(type, bytes)
      try {
        const said = verdict.parse(JSON.parse(line))
        if (!('refused' in said)) return { ...said, copy: ofSize(said.size, rest) }
        for await (const more of rest) if (more.byteLength > 0) throw new InspectorFailed('The inspection says more than why it refuses.')
        return said
      } catch (error) {
        await stop()
        throw error instanceof InspectorFailed ? error : new InspectorFailed('The inspection said something strange.', { cause: error })
      }
    },
    close: () => confined.close(),
  }
}

async function* ofSize(size: number, rest: Bytes): Bytes {
  let left = size
  for await (const piece of rest) {
    left -= piece.byteLength
    yield piece
  }
  if (left !== 0) throw new InspectorFailed('The copy is not whole.')
}

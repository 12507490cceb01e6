import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { openUpload, uploadsOf } from '~/applications/open-upload'
import { NotFound } from '~/applications/permissions'
import { referenceIn } from '~/applications/reference'
import type { Services } from '~/applications/services'
import { nameToSave, type Upload } from '~/applications/uploads'
import { makeFolder } from '~/make-folder.server'
import { orNo, placeOf } from './files'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

const operator = { role: 'operator' } as const

/** `portal papers`: hands the council the files that a family sent. Each opening is written down, and the family can read it. */
export function registerPapers(program: Command): void {
  program
    .command('papers')
    .description(say('papers', 'description'))
    .argument('<reference>', say('facts', 'reference'))
    .option('--out <folder>', say('papers', 'out'))
    .action(async (given: string, { out }: { readonly out?: string }, command: Command) => {
      const reference = referenceIn(given)
      const folder = out === undefined ? undefined : orNo(command, 'cannotWrite', out, () => (makeFolder(placeOf(out)), placeOf(out)))
      const papers = await onStore(command, ownEnvironment(), async (services) => {
        const { uploads } = await uploadsOf(services, operator, reference).catch((error: unknown) => {
          if (error instanceof NotFound) return no(command, say('facts', 'not-found', { reference }))
          throw error
        })
        if (folder) for (const upload of uploads.filter(({ state }) => state === 'ready')) await written(services, reference, upload, folder)
        return uploads
      })
      process.stdout.write(`${JSON.stringify(papers.map(({ id, name, state, size, hash, details }) => ({ id, name, state, size, hash, details })), null, 2)}\n`)
    })
}

/** Two files of the same name stay two: the id stands before the name. */
async function written(services: Services, reference: string, { id }: Upload, folder: string): Promise<void> {
  const { upload, bytes } = await openUpload(services, operator, reference, id)
  await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(join(folder, `${id.slice(0, 8)} ${nameToSave(upload)}`), { mode: 0o600 }))
}

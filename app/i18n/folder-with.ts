import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The nearest folder above this code that holds a path, such as `locales/en`: code runs from app/ and from build/, started anywhere.
 * @throws Error when no folder does
 */
export function folderWith(path: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, path))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No folder above the code holds ${path}.`)
    folder = parent
  }
  return folder
}

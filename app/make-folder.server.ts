import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Tries whether a folder is there or can be made, and can be written to. Nothing is left behind.
 * @throws Error, as the disk says it
 */
export function tryFolder(folder: string): void {
  // With the stroke at its end, a file is no folder.
  if (existsSync(folder)) return accessSync(`${folder}/`, constants.R_OK | constants.W_OK | constants.X_OK)
  let within = dirname(folder)
  while (!existsSync(within)) within = dirname(within)
  rmdirSync(mkdtempSync(join(within, '.waymark-')))
}

/**
 * Makes a folder and those that it stands in, or finds it made.
 * @throws Error, as the disk says it
 */
export function makeFolder(folder: string): void {
  // Where none can be made, as in /proc, Node tries for ever to make those that it stands in.
  tryFolder(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Services } from '~/applications/services'
import { DEMO_KEY_FILE, readConfig } from '~/config.server'
import { inTheWay, openServices } from '~/services.server'
import { no } from './no'

/**
 * Works on the store of an environment, beside a running portal or without one, and closes it. Where the settings, the keys or the
 * store stand in the way, the command says no. The programs stand beside the command in build/node.
 */
export async function onStore<Result>(
  command: Command,
  environment: NodeJS.ProcessEnv,
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  try {
    // No command that works on the store prints: no thread need start for it.
    const services = await openServices({ ...readConfig(environment), pdfWorkers: 0 }, {
      worker: new URL('./worker.js', import.meta.url),
      inspect: new URL('./inspect.js', import.meta.url),
      paint: new URL('./paint.js', import.meta.url),
    })
    try {
      return await work(services)
    } finally {
      await services.printer.close()
      await services.store.close()
    }
  } catch (error) {
    return stopped(command, error)
  }
}

/** Says no when settings, keys or a store stand in the way of a command; anything else is nobody's expectation. */
export function stopped(command: Command, error: unknown): never {
  const why = inTheWay(error)
  if (why === undefined) throw error
  return no(command, why)
}

/** Where the data of an environment is, and whether it is a demo's: a demo keeps its own key beside its data. */
export function dataOf({ DATA_DIR }: NodeJS.ProcessEnv) {
  const folder = resolve(DATA_DIR || 'data')
  return { folder, isThere: existsSync(join(folder, 'waymark.db')), isDemo: existsSync(join(folder, DEMO_KEY_FILE)) }
}

/** The environment of this process. Beside the data of a demo, as `npm start` leaves them, the mode need not be said again. */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
  !process.env.WAYMARK_MODE && dataOf(process.env).isDemo ? { ...process.env, WAYMARK_MODE: 'demo' } : process.env

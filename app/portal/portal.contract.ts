import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Runs the command line as it is built, as somebody would, in a folder of their own.

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Only what a shell needs: no setting of the machine that runs the tests. */
const { PATH, HOME, TMPDIR, NODE_ENV } = process.env
const environment = { PATH, HOME, TMPDIR, NODE_ENV }

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `portal ARGS` for somebody who stands in this folder, with the data of the portal in it. */
export function portalIn(folder: string, args: readonly string[], settings: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/node/portal.js', ...args], {
    cwd: root,
    env: { ...environment, INIT_CWD: folder, DATA_DIR: `${folder}/data`, ...settings },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The same through a shell, typed as the documents tell people to type it. */
export function typedIn(folder: string, line: string): Ran {
  const npm = `npm() { shift 4; (cd '${root}' && INIT_CWD='${folder}' DATA_DIR='${folder}/data' '${process.execPath}' build/node/portal.js "$@"); }`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${npm}\n${line}`], { cwd: folder, env: environment, encoding: 'utf8' })
  return { status, stdout, stderr }
}

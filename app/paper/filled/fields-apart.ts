import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Unreadable, type FilledFields } from './fields-in'

/** What the process that reads answers: the fields, or why there are none. */
export type FieldsAnswer = { readonly fields: FilledFields } | { readonly unreadable: Unreadable['code'] }

interface Limits {
  readonly milliseconds?: number
  readonly megabytes?: number
}

/** An error that nobody caught: a fault of ours. A process that may not have more memory ends in other ways. */
const UNCAUGHT = 1

/**
 * The fields of a PDF from a stranger, read in a process of its own: a small file can unpack to more than any machine has, or keep a
 * parser busy for ever, and then only that process ends. Our own forms take a second and some 100 MB.
 * @param program what reads: it is sent the bytes, and answers with a FieldsAnswer
 * @throws Unreadable
 */
export function fieldsApart(bytes: Uint8Array, program: URL, { milliseconds = 30_000, megabytes = 1500 }: Limits = {}): Promise<FilledFields> {
  const node = [process.execPath, ...process.execArgv, `--max-old-space-size=${Math.floor(megabytes / 2)}`, fileURLToPath(program)]
  // Memory outside the heap, which what is unpacked takes, only the system can limit; where it has no shell, time is the limit.
  const [command = '', ...args] = process.platform === 'win32' ? node : ['/bin/sh', '-c', `ulimit -d ${megabytes * 1024}; ulimit -c 0; exec "$@"`, 'sh', ...node]
  return new Promise((resolve, reject) => {
    // It is told none of our secrets.
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', env: { NODE_ENV: process.env['NODE_ENV'] } })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.once('message', (answer: FieldsAnswer) => ('fields' in answer ? resolve(answer.fields) : reject(new Unreadable(answer.unreadable))))
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      // After an answer, this says nothing more.
      reject(code === UNCAUGHT ? new Error('What reads the fields of a PDF broke down.') : new Unreadable('too-heavy'))
    })
    child.send(bytes)
  })
}

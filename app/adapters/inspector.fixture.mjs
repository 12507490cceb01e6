// An inspector that fails as the first line of its file tells it to, for the tests of what starts it.
import { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'

const out = new Socket({ fd: 3, readable: false, writable: true })
const answer = (verdict, copy = '') => out.end(`${JSON.stringify(verdict)}\n${copy}`)
process.stdout.write('Libraries print, which means nothing.\n')
const bytes = await buffer(process.stdin)
const told = bytes.toString('latin1', 0, 40).split('\n')[0]
const whole = () => answer({ type: 'txt', size: bytes.length }, bytes.toString())

if (told === 'throw') throw new Error('a fault')
else if (told === 'exit after') {
  whole()
  process.exitCode = 3
} else if (told === 'loop') for (;;);
else if (told === 'hang') setInterval(() => undefined, 1000)
else if (told === 'eat') for (const eaten = []; ; ) eaten.push(Buffer.alloc(50_000_000, 1))
else if (told === 'eat letters') for (const eaten = []; ; ) eaten.push(Array.from({ length: 100_000 }, (_, index) => `${index}`))
else if (told === 'chatter') out.end('x'.repeat(100_000))
else if (told === 'short') answer({ type: 'txt', size: 100 }, 'x')
else if (told === 'long') answer({ type: 'txt', size: 1 }, 'xxxx')
else if (told === 'strange') answer({ type: 'exe', size: 1 }, 'x')
else if (told === 'refuse') answer({ refused: 'macros' })
else if (told === 'look about') {
  const { readFileSync, writeFileSync } = await import('node:fs')
  const tries = {
    write: () => writeFileSync('/tmp/waymark-was-here', 'x'),
    read: () => readFileSync('/etc/hostname'),
    start: async () => (await import('node:child_process')).execSync('true'),
    thread: async () => new (await import('node:worker_threads')).Worker('1', { eval: true }),
    secret: () => process.env.SECRET_OF_A_TEST ?? Promise.reject(new Error('none')),
  }
  const could = []
  for (const [name, work] of Object.entries(tries)) {
    try {
      await work()
      could.push(name)
    } catch {
      continue
    }
  }
  const said = could.join()
  answer({ type: 'txt', size: said.length }, said)
} else whole()

// `npm start`: builds if needed and serves the portal. `--watch` builds and starts again at every change.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Waymark needs Node 20.19 or newer. This is Node ${process.versions.node}. Get a newer one from https://nodejs.org/`)
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
if (!existsSync(new URL('../node_modules/vite', import.meta.url))) {
  console.error('The packages are not installed yet. Run "npm ci" first.')
  process.exit(1)
}
const { build } = await import('./build.mjs')

const serve = () =>
  spawn(process.execPath, ['build/node/server.js'], {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_ENV: 'production', WAYMARK_MODE: 'demo', ...process.env },
  })

const buildAndServe = async () => {
  console.error('Building (only when something has changed)…')
  await build()
  return serve()
}

const isWatching = process.argv.includes('--watch')
let server = await buildAndServe().catch((error) => {
  console.error(error.message)
  if (!isWatching) process.exit(1)
})

// A signal to this process is a signal to the server; this process ends when the server has ended, with its code.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const ended = (child) => new Promise((done) => (child && child.exitCode === null && !child.signalCode ? child.once('exit', done) : done()))
const endWith = (child) => ended(child).then(() => process.exit(child?.exitCode ?? 1))

for (const signal of signals) {
  process.on(signal, () => {
    server?.kill(signal)
    if (isWatching) void ended(server).then(() => process.exit(0))
  })
}

if (!isWatching) void endWith(server)
else {
  let timer
  let turn = Promise.resolve()
  const again = async () => {
    server?.kill('SIGTERM')
    await ended(server)
    server = await buildAndServe().catch((error) => void console.error(error.message))
  }
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (turn = turn.then(again)), 200)
  }
  for (const folder of ['app', 'db', 'locales', 'public']) watch(new URL(`../${folder}`, import.meta.url), { recursive: true }, changed)
}

// `npm start`: builds if needed and serves the portal. `--watch` builds and starts again at every change.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
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
const { build, inputsHash, served } = await import('./build.mjs')

const serve = () =>
  spawn(process.execPath, served, {
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
let built = inputsHash()
let server = await buildAndServe().catch((error) => {
  console.error(error.message)
  if (!isWatching) process.exit(1)
})

const isRunning = (child) => child?.exitCode === null && child.signalCode === null
const ended = (child) => new Promise((done) => (isRunning(child) ? child.once('exit', done) : done()))
const codeOf = (child) => child?.exitCode ?? 128 + (constants.signals[child?.signalCode] ?? 0)

// A signal to this process is a signal to the server; this process ends when the server has ended, with its code.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    server?.kill(signal)
    void ended(server).then(() => process.exit(codeOf(server)))
  })
}

// Polling, because fs.watch on Linux loses a file that an editor saves by renaming.
const startAgainOnChange = async () => {
  const now = inputsHash()
  if (now !== built) {
    built = now
    server?.kill('SIGTERM')
    await ended(server)
    server = await buildAndServe().catch((error) => void console.error(error.message))
  }
  setTimeout(startAgainOnChange, 500)
}

if (isWatching) await startAgainOnChange()
else {
  await ended(server)
  process.exitCode = codeOf(server)
}

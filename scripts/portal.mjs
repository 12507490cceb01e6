// `npm run portal`: the command line, as it is built. It is built here when nothing has been built yet.
import { existsSync } from 'node:fs'

const program = new URL('../build/node/portal.js', import.meta.url)
if (!existsSync(program)) {
  console.error('Building the portal (the first time only)…')
  await (await import('./build.mjs')).build()
}
await import(program)

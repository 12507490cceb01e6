// `npm run portal`: the command line as it is built, built again when anything has changed.
import { build } from './build.mjs'

await build()
await import('../build/node/portal.js')

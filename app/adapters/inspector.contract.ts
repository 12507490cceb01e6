import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/** The program that inspects files, built as it is for the portal. Call `remove` afterwards. */
export async function builtInspector(): Promise<{ readonly workerUrl: URL; remove(): void }> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(`${cache}inspector-`)
  const app = fileURLToPath(new URL('..', import.meta.url))
  await build({ configFile: false, logLevel: 'silent', root: app, resolve: { alias: { '~': app } }, build: { ssr: `${app}evidence/worker.ts`, outDir, target: 'node20' } })
  return { workerUrl: pathToFileURL(`${outDir}/worker.js`), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

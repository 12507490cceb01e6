// Builds what `npm start` serves: the Remix app (build/client, build/server) and the Node entries beside it (build/node).
// Nothing is done when no input has changed since the last good build, so that starting twice is quick.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'build')
const stamp = join(out, 'inputs.sha256')
const require = createRequire(import.meta.url)

const folders = ['app', 'db', 'locales', 'public']
const files = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/build.mjs']
// A command loads only its own part of the command line.
const programs = { server: 'app/server.ts', portal: 'app/portal/index.ts' }
// These are hundreds of small files each, and to find and read them takes as long as all else that a command does as it starts.
const takenIn = ['zod', 'drizzle-orm']
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const leftOut = Object.keys(manifest.dependencies)
  .filter((name) => !takenIn.includes(name))
  .flatMap((name) => [name, `${name}/*`])
/** What Node is given to serve the portal, wherever it is started: as `npm run serve` has it, after NODE_ENV and `node`. */
export const served = manifest.scripts.serve.split(' ').slice(2)
// Each of these is one file: what reads strangers' files may read nothing but its own program.
const workers = { worker: 'app/paper/worker.ts', inspect: 'app/evidence/worker.ts', paint: 'app/evidence/paint-worker.ts', fields: 'app/paper/filled/fields-process.ts' }
const isInput = (path) => !/\.test\.tsx?$/.test(path)

// Paths, relative to the repository, of every file that the build reads.
const buildInputs = () => {
  const inside = folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
      : [],
  )
  return [...inside.filter(isInput), ...files].sort()
}

/** Changes when anything that the build reads has changed. */
export const inputsHash = () => {
  const hash = createHash('sha256').update(process.version)
  for (const path of buildInputs()) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const isFresh = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

const buildRemix = () => {
  const cli = join(dirname(require.resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  const run = spawnSync(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    // On stdout the command line prints results, and nothing else.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (run.status !== 0) throw new Error('The Remix build failed. The reason is printed above.')
}

/**
 * Puts each script and style beside itself as Brotli and as gzip, as small as they get: the server zips no file.
 * @param folder the assets of a build
 */
export const zipAssets = (folder) => {
  for (const name of readdirSync(folder).filter((each) => /\.(js|css)$/.test(each))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

// esbuild comes with vite; asking for it through vite gives the version that vite was tested with.
const buildNode = async (entryPoints, splitting) => {
  const esbuild = createRequire(require.resolve('vite/package.json'))('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'build/node',
    bundle: true,
    splitting,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The Remix build is imported by the server, never copied into it.
    external: ['./build/server/index.js', ...leftOut],
    tsconfig: 'tsconfig.json',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
}

/**
 * Builds if anything changed. Resolves to true when it built, false when the last build still holds.
 * A build that fails leaves no build behind, so nothing old can be served or tested by mistake.
 */
export const build = async () => {
  const hash = inputsHash()
  if (isFresh(hash)) return false
  rmSync(out, { recursive: true, force: true })
  try {
    buildRemix()
    zipAssets(join(out, 'client/assets'))
    await buildNode(programs, true)
    await buildNode(workers, false)
    writeFileSync(stamp, hash)
  } catch (error) {
    rmSync(out, { recursive: true, force: true })
    throw error
  }
  return true
}

/** What vitest calls before the tests: they run the command line and the worker programs as they are delivered. */
export const setup = async () => void (await build())

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log((await build()) ? 'Built.' : 'Nothing has changed since the last build.')
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

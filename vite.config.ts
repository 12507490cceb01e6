import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { rightToLeft } from './app/ui/styles/rtl-plugin'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What all pages are drawn with is one file, and not one for each component: over a slow line each request costs more than its bytes. */
const inFewFiles = (id: string) => (/\/app\/(ui|shell)\/|\/app\/root/.test(id) ? 'drawing' : undefined)

/**
 * How the portal is built. Single fetch and lazy route discovery stay off: docs/decisions/0002-remix-2-contained.md
 * @param forms the list of forms; only the benchmark has another than the portal's own
 */
export const portal = (buildDirectory: string, forms: string) =>
  defineConfig(({ isSsrBuild }) => ({
    plugins: [
      remix({
        appDirectory: 'app',
        buildDirectory,
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_routeConfig: true,
          v3_singleFetch: false,
          v3_lazyRouteDiscovery: false,
        },
      }),
    ],
    resolve: {
      alias: [
        { find: /^~\/forms$/, replacement: here(forms) },
        { find: /^~\//, replacement: here('./app/') },
        { find: /^#db\//, replacement: here('./db/') },
        { find: /^#db$/, replacement: here('./db/index.ts') },
      ],
    },
    css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [here('./node_modules')] } }, postcss: { plugins: [rightToLeft()] } },
    build: { target: 'es2020', assetsInlineLimit: 0, ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: inFewFiles } } }) },
    // Hundreds of small files, which take long to find and read as the portal starts; scripts/build.mjs does the same.
    ssr: { noExternal: ['zod'] },
  }))

export default portal('build', './app/forms/index.ts')

import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

type Import = readonly [from: string, specifier: string, target?: string]
type Cruise = { modules: { source: string; dependencies: { module: string; rules?: { name: string }[] }[] }[] }

const config = '.dependency-cruiser.cjs'
const houses: string[] = []
afterAll(() => houses.forEach((house) => rmSync(house, { recursive: true })))

/** Builds a small house of files that hold only these imports; answers with the names of the rules that refuse each. */
const judge = (imports: readonly Import[]) => {
  const house = mkdtempSync(join(tmpdir(), 'rooms-'))
  houses.push(house)
  for (const file of [config, 'tsconfig.json', 'package.json']) cpSync(file, join(house, file))
  for (const folder of ['app', 'db']) mkdirSync(join(house, folder))
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
  const write = (path: string, line: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    appendFileSync(join(house, path), line)
  }
  for (const [at, [from, specifier, target]] of imports.entries()) {
    if (target) write(target, `export const value${at} = 1\n`)
    write(from, `import * as thing${at} from '${specifier}'\nexport const used${at} = thing${at}\n`)
  }
  const cli = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const run = spawnSync(process.execPath, [cli, '--config', config, '--output-type', 'json', 'app', 'db'], { cwd: house, encoding: 'utf8' })
  const { modules } = JSON.parse(run.stdout) as Cruise
  return ([from, specifier]: Import): string[] => {
    const found = modules.find(({ source }) => source === from)?.dependencies.find(({ module }) => module === specifier.replace('node:', ''))
    if (!found) throw new Error(`${from} was not seen to import ${specifier}`)
    return (found.rules ?? []).map(({ name }) => name)
  }
}

const refused: readonly (readonly [rule: string, ...Import])[] = [
  ['engine', 'app/engine/form.ts', '~/forms/a', 'app/forms/a.ts'],
  ['timeline', 'app/timeline/send.ts', '~/engine/form', 'app/engine/form.ts'],
  ['questions', 'app/questions/date/date.ts', '~/ui/input', 'app/ui/input.tsx'],
  ['questions-web', 'app/questions/date/date.web.tsx', '~/applications/submit', 'app/applications/submit.ts'],
  ['questions-paper', 'app/questions/date/date.paper.tsx', '~/ui/input', 'app/ui/input.tsx'],
  ['forms', 'app/forms/a.ts', '~/applications/submit', 'app/applications/submit.ts'],
  ['applications', 'app/applications/submit.ts', '#db', 'db/index.ts'],
  ['seed', 'db/seed.ts', '~/ui/input', 'app/ui/input.tsx'],
  ['api', 'app/api/shapes.ts', '~/ui/input', 'app/ui/input.tsx'],
  ['ui', 'app/ui/input.tsx', '~/engine/form', 'app/engine/form.ts'],
  ['i18n', 'app/i18n/words.ts', '~/engine/form', 'app/engine/form.ts'],
  ['adapters', 'app/adapters/mail-smtp.ts', '~/engine/form', 'app/engine/form.ts'],
  ['evidence', 'app/evidence/pdf.ts', '~/applications/ports', 'app/applications/ports.ts'],
  ['db', 'db/index.ts', '~/engine/form', 'app/engine/form.ts'],
  ['tagged-pdf', 'app/paper/kit/tagged/painter.ts', '~/paper/kit/theme', 'app/paper/kit/theme.ts'],
  ['tagged-pdf', 'app/paper/kit/tagged/check/sample.contract.tsx', '~/paper/kit/field-font', 'app/paper/kit/field-font.ts'],
  ['paper-kit', 'app/paper/kit/table.tsx', '~/engine/form', 'app/engine/form.ts'],
  ['paper', 'app/paper/copy.tsx', '~/applications/permissions', 'app/applications/permissions.ts'],
  ['pure-rooms', 'app/engine/form.ts', 'node:fs'],
  ['pure-rooms', 'app/questions/date/date.ts', 'react'],
  ['verbs-without-vendors', 'app/applications/submit.ts', 'express'],
  ['one-meeting-place', 'app/routes/start.tsx', '~/adapters/mail-smtp', 'app/adapters/mail-smtp.ts'],
  ['one-meeting-place', 'app/routes/start.tsx', '#db/sqlite/store', 'db/sqlite/store.ts'],
  ['routes-without-sql', 'app/routes/start.tsx', 'drizzle-orm'],
  ['nobody-imports-routes', 'app/ui/input.tsx', '~/routes/start', 'app/routes/start.tsx'],
  ['server-behind-its-entry', 'app/routes/start.tsx', '~/server/limits', 'app/server/limits.ts'],
  ['not-to-dev', 'app/server.ts', 'postcss'],
  ['resolvable', 'app/server.ts', '~/nowhere'],
]

const allowed: readonly Import[] = [
  ['app/questions/date/date.ts', '~/engine/kind', 'app/engine/kind.ts'],
  ['app/questions/date/date.web.tsx', '~/ui/input', 'app/ui/input.tsx'],
  ['app/questions/date/date.paper.tsx', '~/paper/kit/table', 'app/paper/kit/table.tsx'],
  ['app/engine/form.ts', 'zod/mini'],
  ['app/timeline/send.ts', 'temporal-polyfill'],
  ['app/engine/form.test.ts', 'vitest'],
  ['app/evidence/inspect.ts', '~/applications/uploads', 'app/applications/uploads.ts'],
  ['app/services.server.ts', '#db', 'db/index.ts'],
  ['app/server.ts', './server/limits', 'app/server/limits.ts'],
  ['app/routes/start.tsx', '~/applications/submit', 'app/applications/submit.ts'],
  ['db/sqlite/store.ts', 'better-sqlite3'],
]

describe('the rooms of the house', () => {
  const bad = judge([...refused.map(([, ...thing]) => thing), ['app/engine/form.ts', './form']])
  const good = judge(allowed)

  for (const [rule, from, specifier] of refused) {
    it(`${rule}: ${from} may not import ${specifier}`, () => {
      expect(bad([from, specifier])).toContain(rule)
    })
  }

  it('a circle is refused', () => {
    expect(bad(['app/engine/form.ts', './form'])).toContain('no-circular')
  })

  for (const [from, specifier] of allowed) {
    it(`${from} may import ${specifier}`, () => {
      expect(good([from, specifier])).toEqual([])
    })
  }
})

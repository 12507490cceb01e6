// The rooms of the house and what each may import: docs/decisions/0001-the-house.md
// scripts/rooms.test.ts breaks every rule once, to see that it is kept.
const tests = '\\.(test|contract)\\.tsx?$|/fixtures/'
const letters = '^app/questions/(?!.*\\.(web|paper)\\.tsx$)'
const npm = (...names) => `node_modules/(${names.join('|')})/`
const vendors = npm('react', 'react-dom', '@remix-run', 'express', 'i18next', '@react-pdf', 'better-sqlite3', 'drizzle-orm', 'nodemailer', 'pino', 'piscina')

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** A room may import itself and the listed rooms, and nothing else of ours. */
const only = (name, room, rooms, comment) =>
  rule(name, comment, { path: room, pathNot: tests }, { path: '^(app|db)/', pathNot: [room, ...rooms] })

module.exports = {
  forbidden: [
    rule('no-circular', 'a circle has no first step', {}, { circular: true }),
    only('engine', '^app/engine/', [], 'the engine imports nothing of ours'),
    only('timeline', '^app/timeline/', [], 'the timeline imports nothing of ours'),
    only('questions', letters, ['^app/engine/'], 'a letter knows only the grammar'),
    only('questions-web', '^app/questions/.*\\.web\\.tsx$', ['^app/(engine|questions|ui)/'], 'drawn with ui'),
    only('questions-paper', '^app/questions/.*\\.paper\\.tsx$', ['^app/(engine|questions|paper/kit)/'], 'drawn with the paper kit'),
    only('forms', '^app/forms/', ['^app/(engine|questions|timeline)/'], 'a form knows letters, grammar and law'),
    only('applications', '^app/applications/', ['^app/(engine|timeline)/'], 'verbs know ports, not vendors'),
    only('evidence', '^app/evidence/', ['^app/applications/uploads\\.ts$'], 'what looks inside files knows no application, store or page'),
    only('ui', '^app/ui/', [], 'ui knows no form and no application'),
    only('api', '^app/api/', ['^app/(applications|engine)/'], 'the public shapes know facts and summaries'),
    only('i18n', '^app/i18n/', [], 'words only'),
    only('adapters', '^app/adapters/', ['^app/applications/'], 'adapters see only the ports'),
    only('db', '^db/(?!seed)', ['^app/applications/'], 'stores see only the ports'),
    only('seed', '^db/seed', ['^app/(applications|engine|forms|timeline)/'], 'the demo families do what families do: by the verbs, on a form, in time'),
    rule('tagged-pdf', 'tagged PDF could be a package of its own, with its tests', { path: '^app/paper/kit/tagged/' }, { path: '^(app|db)/', pathNot: '^app/paper/kit/tagged/' }),
    only('paper-kit', '^app/paper/kit/', [], 'the paper kit knows nothing of Waymark'),
    only('paper', '^app/paper/(?!kit/|print\\.ts)', ['^app/(engine|i18n|paper|questions)/'], 'paper knows no database and no permission'),
    only('printing', '^app/paper/print\\.ts$', ['^app/(engine|forms|paper)/'], 'a worker is handed the name of a form, and finds it here'),
    rule(
      'pure-rooms',
      'these run in the browser and on paper as well: no Node, no vendor, only schemas and dates',
      { path: ['^app/(engine|timeline|forms)/', letters], pathNot: tests },
      { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: npm('zod', 'temporal-polyfill') },
    ),
    rule('verbs-without-vendors', 'a verb does not know who carries it out', { path: '^app/applications/', pathNot: tests }, { path: vendors }),
    rule(
      'one-meeting-place',
      'ports meet adapters and stores in services.server only; the configuration checks the key ring',
      { path: '^app/', pathNot: [tests, '^app/(adapters|portal)/', '^app/(services|config)\\.server\\.ts$'] },
      { path: '^(app/adapters|db)/', pathNot: '^db/seed' },
    ),
    rule(
      'routes-without-sql',
      'routes ask verbs, and never the database',
      { path: '^app/(routes|ui|paper|portal)/', pathNot: tests },
      { path: npm('better-sqlite3', 'drizzle-orm') },
    ),
    rule(
      'nobody-imports-routes',
      'a route is a URL, not a library',
      { path: '^(app|db)/', pathNot: '^app/(routes|routes\\.ts|root|entry|server)' },
      { path: '^app/routes/' },
    ),
    rule(
      'server-behind-its-entry',
      'how requests arrive (Express, limits, headers) is known to the server entry alone',
      { path: '^(app|db)/', pathNot: '^app/server(\\.ts$|/)' },
      { path: '^app/server/' },
    ),
    rule(
      'not-to-dev',
      'what the running portal imports is installed with --omit=dev',
      // These run while building: the list of routes, the store’s migration tool, the right-to-left style sheets.
      { path: '^(app|db)/', pathNot: [tests, '^app/routes\\.ts$', '^db/.*config', '^app/ui/styles/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule('resolvable', 'an import leads somewhere', { path: '^(app|db)/' }, { couldNotResolve: true, pathNot: '^\\.\\./build/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
}

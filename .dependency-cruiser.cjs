// The rooms of the house and what each may import: docs/decisions/0001-the-house.md
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|contract)\\.tsx?$' },
  to: { path: '^(app|db)/', pathNot: [from, ...to] },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('engine', '^app/engine/', [], 'the engine imports nothing of ours'),
    only('timeline', '^app/timeline/', [], 'the timeline imports nothing of ours'),
    only('questions', '^app/questions/(?!.*\\.(web|paper)\\.tsx$)', ['^app/engine/'], 'a letter knows only the grammar'),
    only('questions-web', '^app/questions/.*\\.web\\.tsx$', ['^app/(engine|questions|ui)/'], 'drawn with ui'),
    only('questions-paper', '^app/questions/.*\\.paper\\.tsx$', ['^app/(engine|questions|paper/kit)/'], 'drawn with the paper kit'),
    only('forms', '^app/forms/', ['^app/(engine|questions|timeline)/'], 'a form knows letters, grammar and law'),
    only('applications', '^app/applications/', ['^app/(engine|timeline)/'], 'verbs know ports, not vendors'),
    only('ui', '^app/ui/', [], 'ui knows no form and no application'),
    only('i18n', '^app/i18n/', ['^locales/'], 'words only'),
    only('adapters', '^app/adapters/', ['^app/applications/'], 'adapters see only the ports'),
    only('db', '^db/', ['^app/applications/'], 'stores see only the ports'),
    only('paper-kit', '^app/paper/kit/', [], 'the paper kit knows nothing of Waymark'),
    only('paper', '^app/paper/(?!kit/)', ['^app/(engine|i18n|paper|questions)/'], 'paper knows no database and no permission'),
    { name: 'nobody-imports-routes', severity: 'error', from: { path: '^(app|db)/', pathNot: '^app/(routes|routes\\.ts|root|entry|server)' }, to: { path: '^app/routes/' } },
    { name: 'not-to-dev', severity: 'error', from: { path: '^(app|db)/', pathNot: '\\.(test|contract)\\.tsx?$|^app/routes\\.ts$|^db/.*config' }, to: { dependencyTypes: ['npm-dev'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
}

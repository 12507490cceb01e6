import { index, route, type RouteConfig } from '@remix-run/route-config'

// The table of contents: every URL of the portal but those that are the same for everybody (server/plain-answers.ts, server/blank-forms.ts,
// server/establishments.ts).
export default [
  index('routes/pages/home.tsx'),
  route('start', 'routes/pages/start.tsx'),
  route('help', 'routes/pages/help.tsx'),
  route('privacy', 'routes/pages/privacy.tsx'),
  route('cookies', 'routes/pages/cookies.tsx'),
  route('accessibility', 'routes/pages/accessibility.tsx'),

  route('apply/:form', 'routes/apply/tasks.tsx'),
  route('apply/:form/check', 'routes/apply/check.tsx'),
  route('apply/:form/sent', 'routes/apply/sent.tsx'),
  route('apply/:form/save', 'routes/apply/save.tsx'),
  route('apply/:form/:page', 'routes/apply/page.tsx'),
  route('apply/:form/:page/autosave', 'routes/apply/autosave.ts'),

  route('applications', 'routes/account/applications.tsx'),
  route('applications/:reference', 'routes/account/timeline.tsx'),
  route('applications/:reference/print', 'routes/account/print.tsx'),
  route('applications/:reference/copy.pdf', 'routes/account/copy.ts'),
  route('applications/:reference/timeline.pdf', 'routes/account/timeline-pdf.ts'),
  route('applications/:reference/dates.ics', 'routes/account/dates.ts'),
  route('applications/:reference/withdraw', 'routes/account/withdraw.tsx'),
  route('applications/:reference/papers', 'routes/account/papers.tsx'),
  route('applications/:reference/papers/newest', 'routes/account/papers-newest.ts'),
  route('applications/:reference/papers/join', 'routes/account/join.tsx'),
  route('applications/:reference/papers/:paper', 'routes/account/paper.tsx'),
  route('applications/:reference/papers/:paper/file', 'routes/account/paper-file.ts'),
  route('applications/:reference/papers/:paper/look', 'routes/account/paper-look.tsx'),
  route('applications/:reference/papers/:paper/pages/:number', 'routes/account/paper-picture.ts'),
  route('applications/:reference/draft-plan', 'routes/account/reply.tsx'),
  route('applications/:reference/draft-plan/autosave', 'routes/account/reply-autosave.ts'),

  route('applications/:reference/invite', 'routes/account/invite.tsx'),
  route('applications/:reference/schools', 'routes/account/schools-asked.tsx'),
  route('applications/:reference/schools/:invitation', 'routes/account/evidence.tsx'),
  route('applications/:reference/schools/:invitation/:file', 'routes/account/evidence-file.ts'),

  route('invited/:token', 'routes/school/invited.tsx'),
  route('invited/:token/no', 'routes/school/decline.tsx'),
  route('schools/:urn', 'routes/school/school.tsx'),
  route('schools/:urn/colleague', 'routes/school/colleague.tsx'),
  route('schools/:urn/forms/:reference', 'routes/school/share-out.tsx'),

  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/sign-in-code.tsx'),
  route('sign-in/link', 'routes/account/sign-in-link.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),

  route('api/v1/openapi.json', 'routes/api/openapi.ts'),
  route('api/v1/applications', 'routes/api/applications.ts'),
  route('api/v1/applications/:reference', 'routes/api/application.ts'),
  route('api/v1/applications/:reference/copy.pdf', 'routes/api/copy.ts'),
  route('api/v1/applications/:reference/papers/:paper', 'routes/api/paper.ts'),
  route('api/v1/applications/:reference/facts', 'routes/api/facts.ts'),
  route('api/v1/applications/:reference/invitations', 'routes/api/invitations.ts'),

  route('dev/outbox', 'routes/dev/outbox.tsx'),
  route('refused/:status/:code', 'routes/refused.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig

import { factNames, type DetailsOf, type FactName } from '~/applications/facts'
import type { ApiApplication, ApiList, FactResult, InvitationInput, InvitationResult, Problem } from './shapes'

// Examples for developers: shown in the OpenAPI document and docs/api.md, and checked against the schemas by a test.

/** What a council's system would send for each fact. */
export const factExamples: { readonly [Name in FactName]: DetailsOf<Name> } = {
  'submitted': { request: 're-assessment', remarks: ['has-plan'] },
  'received-on-paper': { how: 'letter' },
  'brought-to-notice': { who: 'Little Acorns Nursery' },
  'evidence-sent': { remarks: ['evidence'] },
  'put-with-request': { reference: 'WMK-7H4-92C' },
  'corrected': { text: 'The date of birth was corrected by phone.' },
  'added-to': { text: 'A letter from the hospital came by post.' },
  'withdrawn': { reason: 'The family asked by phone.' },
  'assessment-ended': { reason: 'moved-away' },
  'assessment-agreed': {},
  'assessment-refused': { reasons: 'The school can give all the help that is needed now.' },
  'advice-requested': { from: 'education', name: 'Oak School', receivedByThemOn: '2026-02-24' },
  'advice-received': { from: 'education', name: 'Oak School' },
  'plan-agreed': {},
  'plan-refused': { reasons: 'The reports show that the school can give the help that is needed.' },
  'draft-plan-sent': {},
  'comments-received': { text: 'Please say how many hours of help.', school: 'Oak School' },
  'meeting-asked-for': {},
  'school-consulted': { school: 'Oak School' },
  'school-replied': { school: 'Oak School', answer: 'yes' },
  'final-plan-sent': {},
  'exception-claimed': { exception: 'absent', fromOn: '2026-02-02', toOn: '2026-03-05', reason: 'You were away for more than four weeks.', evidence: 'Email of 1 February' },
  'exception-ended': { exception: 'personal' },
  'estimate-given': { step: 'final-plan', expectedOn: '2026-06-15', reason: 'We do not have enough educational psychologists.' },
  'mediation-certificate-issued': {},
  'mediation-agreed': { agreement: 'assess' },
  'appeal-lodged': {},
  'order-made': { order: 'assess' },
  'decision-reversed': { decision: 'assessment-refused' },
  'reassessment-asked-for': {},
  'reassessment-decided': { outcome: 'assess' },
  'caseworker-named': {
    name: 'Sam Okafor', phone: '01632 960 001', hours: 'Monday to Friday, 9am to 5pm', cover: { name: 'Alex Reed', phone: '01632 960 002' }, awayFromOn: '2026-04-06', awayUntilOn: '2026-04-17',
  },
}

/** The body that would be posted for a fact. */
export const inputExampleOf = (name: FactName) => ({
  fact: name,
  on: '2026-02-20',
  ...(Object.keys(factExamples[name]).length > 0 && { details: factExamples[name] }),
})
export const inputExamples = factNames.map(inputExampleOf)

const status = {
  stage: 'assessing',
  since: '2026-02-20',
  route: 'new',
  lateness: { state: 'on-track', step: 'plan-decision', dueOn: '2026-05-04', days: 0 },
} as const satisfies ApiApplication['status']

const agreed = {
  id: '0f8a1c52-6b1e-4c1b-9a53-0d0f2f1f7c11', fact: 'assessment-agreed', on: '2026-02-20', recordedAt: '2026-02-20T11:02:31.120Z', by: 'case-system', details: {},
} as const

export const resultExample: FactResult = { recorded: agreed, repeated: false, status }

export const listExample: ApiList = {
  applications: [{ reference: 'WMK-7H4-92C', form: 'parent-request', changedAt: '2026-02-20T11:02:31.120Z', status }],
  next: '2026-02-20T11:02:31.120Z',
}

export const applicationExample: ApiApplication = {
  reference: 'WMK-7H4-92C',
  form: 'parent-request',
  language: 'en',
  sentAt: '2026-01-12T20:15:04.881Z',
  status,
  milestones: [
    { id: 'assess-decision', round: 0, route: 'new', regulation: 'SI 2014/1530 reg 5(1)', startedOn: '2026-01-12', dueOn: '2026-02-23', metOn: '2026-02-20', state: 'met' },
    { id: 'plan-decision', round: 0, route: 'new', regulation: 'SI 2014/1530 reg 10(1)', startedOn: '2026-01-12', dueOn: '2026-05-04', state: 'to-come', daysToDue: 73 },
    { id: 'final-plan', round: 0, route: 'new', regulation: 'SI 2014/1530 reg 13(2)', startedOn: '2026-01-12', dueOn: '2026-06-01', state: 'to-come', daysToDue: 101 },
  ],
  facts: [
    { id: '7b1c0a0e-2d43-49a4-8c9c-9a7f5a4b8e10', fact: 'submitted', on: '2026-01-12', recordedAt: '2026-01-12T20:15:04.881Z', by: 'person', details: {} },
    agreed,
  ],
  hashes: [{ fact: '7b1c0a0e-2d43-49a4-8c9c-9a7f5a4b8e10', hash: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' }],
  hasProtectedDetails: true,
  papers: [
    {
      id: '5f0c2d3a-8f1e-4c60-9f2b-64c1b3a1d7e2', state: 'ready', type: 'pdf', size: 182_044, sentAt: '2026-01-13T18:40:10.002Z', kind: 'clinic-letter', sees: 'advisers',
      about: [{ question: 'paperKind', label: 'What is it?', lines: ['A letter from a doctor, hospital or clinic'] }],
    },
  ],
  summary: {
    language: 'en',
    title: 'Ask for an EHC needs assessment',
    name: 'Zofia',
    sections: [{ id: 'child', title: 'Your child', rows: [{ question: 'childFirstNames', label: 'First names', lines: ['Zofia'] }] }],
  },
}

export const invitationInputExample: InvitationInput = { urn: '990101', email: 'senco@oak.example', asks: ['seen', 'support', 'progress'], dueOn: '2026-02-27' }

export const invitationExample: InvitationResult = {
  invited: {
    id: '3f6c0d2b9a1e4f5d8c7b6a5948372615',
    school: { urn: '990101', name: 'Oak School' },
    email: 'senco@oak.example',
    asks: ['seen', 'support', 'progress'],
    by: 'council',
    state: 'asked',
    askedAt: '2026-02-12T09:30:00.000Z',
    dueOn: '2026-02-27',
  },
  repeated: false,
}

export const problemExample: Problem = {
  type: 'urn:waymark:problem:comments-not-over',
  title: 'This fact cannot follow from the ones before',
  status: 409,
  detail: 'final-plan-sent on 2026-05-20 is too early: the family has 15 days to comment. It can be sent from 2026-05-26, or before if they agreed.',
  code: 'comments-not-over',
}

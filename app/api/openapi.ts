import * as z from 'zod'
import { factNames, type FactName } from '~/applications/facts'
import { fileTypes } from '~/applications/uploads'
import type { Words } from '~/engine/words'
import { applicationExample, inputExampleOf, invitationExample, invitationInputExample, listExample, problemExample, resultExample } from './examples'
import { problems, type ProblemCode } from './problem'
import { idempotencyKey } from './read-request'
import {
  applicationShape, factInputs, factInputShape, factResultShape, factShape, invitationInputShape, invitationResultShape, invitationShape, listShape, milestoneShape, paperShape, problemShape, statusShape,
  summaryShape,
} from './shapes'

type Json = { [key: string]: unknown }

/** Named shapes of the document, each from the schema that the routes use. */
const named = {
  Application: applicationShape,
  ApplicationList: listShape,
  Summary: summaryShape,
  Status: statusShape,
  Milestone: milestoneShape,
  Fact: factShape,
  Paper: paperShape,
  FactInput: factInputShape,
  FactResult: factResultShape,
  Invitation: invitationShape,
  InvitationInput: invitationInputShape,
  InvitationResult: invitationResultShape,
  Problem: problemShape,
} as const

const inputName = (name: FactName) => `FactInput.${name}`
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The OpenAPI 3.1 document of the API at `url` (with its `/api/v1`), made from the schemas that the routes use. */
export function openApiDocument({ url, version, words }: { readonly url: string; readonly version: string; readonly words: Words }): Json {
  const say = (key: string) => words.text(`api:${key}`)
  const fails = (...codes: readonly ProblemCode[]) => failures(words, codes)
  const idempotency = (example: string) => ({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', pattern: idempotencyKey.source }, description: say('parameters.idempotencyKey'), example })
  const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string' }, description: say('parameters.reference'), example: applicationExample.reference }
  return {
    openapi: '3.1.1',
    info: { title: say('title'), version, description: say('description') },
    servers: [{ url }],
    security: [{ key: [] }],
    paths: {
      '/applications': {
        get: {
          operationId: 'listApplications',
          summary: say('paths.list'),
          parameters: [{ name: 'since', in: 'query', required: false, schema: { type: 'string', format: 'date-time' }, description: say('parameters.since'), example: listExample.next }],
          responses: { '200': json(say('answers.list'), 'ApplicationList', { one: listExample }), ...fails('bad-since', 'no-key', 'not-allowed', 'too-many') },
        },
      },
      '/applications/{reference}': {
        get: {
          operationId: 'readApplication',
          summary: say('paths.read'),
          parameters: [reference],
          responses: { '200': json(say('answers.application'), 'Application', { one: applicationExample }), ...fails('no-key', 'not-allowed', 'not-found', 'too-many') },
        },
      },
      '/applications/{reference}/copy.pdf': {
        get: {
          operationId: 'readCopy',
          summary: say('paths.copy'),
          parameters: [reference],
          responses: {
            '200': { description: say('answers.copy'), content: { 'application/pdf': {} } },
            ...fails('no-key', 'not-allowed', 'not-found', 'too-many', 'copy-failed'),
          },
        },
      },
      '/applications/{reference}/papers/{paper}': {
        get: {
          operationId: 'readPaper',
          summary: say('paths.paper'),
          parameters: [reference, { name: 'paper', in: 'path', required: true, schema: { type: 'string' }, description: say('parameters.paper') }],
          responses: {
            '200': { description: say('answers.paper'), content: Object.fromEntries(Object.values(fileTypes).map(({ mime }) => [mime, {}])) },
            ...fails('no-key', 'not-allowed', 'not-found', 'too-many'),
          },
        },
      },
      '/applications/{reference}/facts': {
        post: {
          operationId: 'addFact',
          summary: say('paths.add'),
          parameters: [
            reference,
            idempotency('case-4711-step-3'),
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: ref('FactInput'), examples: Object.fromEntries(factNames.map((name) => [name, { value: inputExampleOf(name) }])) } },
          },
          responses: {
            '200': json(say('answers.repeated'), 'FactResult', { one: { ...resultExample, repeated: true } }),
            '201': json(say('answers.recorded'), 'FactResult', { one: resultExample }),
            ...fails('bad-json', 'no-key', 'not-allowed', 'not-found', 'cannot-follow', 'too-big', 'wrong-type', 'bad-fact', 'bad-idempotency-key', 'key-reused', 'too-many', 'busy'),
          },
        },
      },
      '/applications/{reference}/invitations': {
        post: {
          operationId: 'inviteSchool',
          summary: say('paths.invite'),
          parameters: [reference, idempotency('case-4711-school')],
          requestBody: { required: true, content: { 'application/json': { schema: ref('InvitationInput'), examples: { one: { value: invitationInputExample } } } } },
          responses: {
            '200': json(say('answers.invitedBefore'), 'InvitationResult', { one: { ...invitationExample, repeated: true } }),
            '201': json(say('answers.invited'), 'InvitationResult', { one: invitationExample }),
            ...fails('bad-json', 'no-key', 'not-allowed', 'not-found', 'cannot-invite', 'too-big', 'wrong-type', 'bad-invitation', 'bad-idempotency-key', 'key-reused', 'too-many', 'busy'),
          },
        },
      },
      '/openapi.json': {
        get: { operationId: 'readThis', summary: say('paths.openapi'), security: [], responses: { '200': { description: say('answers.openapi'), content: { 'application/json': {} } } } },
      },
    },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: say('key') } }, schemas: schemasIn(words) },
  }
}

const json = (description: string, schema: string, examples: Json) => ({
  description,
  content: { 'application/json': { schema: ref(schema), examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])) } },
})

/** One response a status: several problems may share one. */
function failures(words: Words, codes: readonly ProblemCode[]): Json {
  const told = new Map<number, string[]>()
  for (const code of codes) told.set(problems[code], [...(told.get(problems[code]) ?? []), `\`${code}\`: ${words.text(`api:problems.${code}.detail`)}`])
  return Object.fromEntries(
    [...told].map(([status, lines]) => [
      String(status),
      {
        description: lines.join('\n\n'),
        content: { 'application/problem+json': { schema: ref('Problem'), ...(status === problemExample.status && { examples: { one: { value: problemExample } } }) } },
      },
    ]),
  )
}

/** JSON Schemas of all shapes, which refer to each other by name, with a sentence for every fact and every word of its details. */
function schemasIn(words: Words): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  for (const name of factNames) registry.add(factInputs[name], { id: inputName(name) })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => ref(id).$ref })
  const plain = Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema as Json]))
  for (const name of factNames) plain[inputName(name)] = explained(name, plain[inputName(name)] ?? {}, words)
  return { ...plain, FactInput: { oneOf: factNames.map((name) => ref(inputName(name))), discriminator: discriminator() } }
}

const discriminator = () => ({ propertyName: 'fact', mapping: Object.fromEntries(factNames.map((name) => [name, ref(inputName(name)).$ref])) })

function explained(name: FactName, schema: Json, words: Words): Json {
  const properties = schema['properties'] as Record<string, Json>
  const details = properties['details'] ?? {}
  const explain = (key: string, property: Json): Json => ({ ...property, description: words.text(detailKey(name, key, words)) })
  return {
    ...schema,
    title: name,
    description: words.text(`api:facts.${name}`),
    properties: {
      ...properties,
      on: explain('on', properties['on'] ?? {}),
      details: {
        ...details,
        properties: Object.fromEntries(Object.entries((details['properties'] ?? {}) as Record<string, Json>).map(([key, property]) => [key, explain(key, property)])),
      },
    },
    examples: [inputExampleOf(name)],
  }
}

/** What a word of the details means: mostly the same in every fact that has it. */
export const detailKey = (name: FactName, key: string, words: Words): string =>
  words.has(`api:details.${name}.${key}`) ? `api:details.${name}.${key}` : `api:details.${key}`

import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import { factDetails, factNames } from '~/applications/facts'
import { wordsFor } from '~/i18n/words'
import { inputExamples } from './examples'
import { openApiDocument } from './openapi'
import { factInputShape } from './shapes'

const words = wordsFor('en')
const document = openApiDocument({ url: 'https://portal.example.gov.uk/api/v1', version: '1.2.3', words })

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
/** Every object of the document, with the path to it. */
function nodesOf(value: unknown, path = ''): readonly (readonly [path: string, node: Node])[] {
  if (!isNode(value)) return []
  return [[path, value], ...Object.entries(value).flatMap(([key, each]) => nodesOf(each, `${path}/${key}`))]
}
const nodes = nodesOf(document)
const at = (path: string) => path.split('/').slice(1).reduce<unknown>((value, key) => (isNode(value) ? value[key] : undefined), document)

/** The document's own schema, read back: no schema of ours takes part. */
function readBack(schema: unknown) {
  const local = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as z.core.JSONSchema.JSONSchema
  return z.fromJSONSchema({ ...local(schema), $defs: local(at('/components/schemas')) as Record<string, z.core.JSONSchema.JSONSchema> })
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 about the server that was asked', () => {
    expect(document).toMatchObject({ openapi: '3.1.1', info: { version: '1.2.3' }, servers: [{ url: 'https://portal.example.gov.uk/api/v1' }] })
  })

  it('refers only to what is there', () => {
    const refs = nodes.flatMap(([path, node]) => (typeof node['$ref'] === 'string' ? [[path, node['$ref']] as const] : []))
    expect(refs.length).toBeGreaterThan(factNames.length)
    for (const [path, ref] of refs) expect([path, ref, at(ref.slice(1)) !== undefined]).toEqual([path, ref, true])
  })

  it('has a name of its own for every operation, and no answer without a description', () => {
    const operations = nodes.flatMap(([, node]) => (isNode(node['responses']) ? [node] : []))
    const ids = operations.map((each) => each['operationId'])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { responses } of operations) for (const each of Object.values(responses as Node)) expect((each as Node)['description']).toMatch(/\w/)
  })

  it('declares every part of a path, and asks for a key everywhere but for itself', () => {
    for (const [path, item] of Object.entries(document['paths'] as Record<string, Record<string, Node>>)) {
      for (const operation of Object.values(item)) {
        const declared = ((operation['parameters'] ?? []) as Node[]).filter((each) => each['in'] === 'path').map((each) => each['name'])
        expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
        expect(operation['security']).toEqual(path.endsWith('openapi.json') ? [] : undefined)
        if (!path.endsWith('openapi.json')) expect(operation['responses']).toHaveProperty('401')
      }
    }
  })

  it('shows examples that its own schemas accept', () => {
    const media = nodes.filter(([, node]) => isNode(node['examples']) && isNode(node['schema']))
    expect(media.length).toBeGreaterThanOrEqual(5)
    for (const [path, { schema, examples }] of media) {
      const shape = readBack(schema)
      for (const [name, example] of Object.entries(examples as Record<string, Node>)) {
        expect([path, name, shape.safeParse(example['value']).error?.issues]).toEqual([path, name, undefined])
      }
    }
  })

  it('accepts no slip of the pen in its examples', () => {
    const shape = readBack({ $ref: '#/components/schemas/FactInput' })
    for (const example of inputExamples) {
      expect(shape.safeParse({ ...example, details: { ...example.details, resaon: 'x' } }).success).toBe(false)
      expect(shape.safeParse({ ...example, fact: 'assessment-agred' }).success).toBe(false)
    }
  })

  it.each(factNames)('tells %s apart by its name and explains every word of it', (name) => {
    const { discriminator, oneOf } = at('/components/schemas/FactInput') as { discriminator: { mapping: Record<string, string> }; oneOf: Node[] }
    expect(oneOf).toContainEqual({ $ref: discriminator.mapping[name] })
    const schema = at(`/components/schemas/FactInput.${name}`) as { description: string; properties: { details: { properties: Record<string, { description: string }> } } }
    expect(schema.description).toMatch(/\.$/)
    expect(Object.keys(schema.properties.details.properties).sort()).toEqual(Object.keys(factDetails[name].shape).sort())
    for (const property of Object.values(schema.properties.details.properties)) expect(property.description).toMatch(/\.$/)
  })
})

test('every example of a fact is one that the routes read', () => {
  expect(inputExamples.map((each) => each.fact)).toEqual([...factNames])
  for (const example of inputExamples) expect(factInputShape.safeParse(example).error).toBeUndefined()
})

import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { factDetails, factNames, type FactName } from '~/applications/facts'
import { refusalCodes } from '~/applications/can-follow'
import { wordsFor } from '~/i18n/words'
import { inputExampleOf } from './examples'
import { detailKey, openApiDocument } from './openapi'
import { problems } from './problem'
import { applicationShape, factInputShape, factResultShape, invitationInputShape, invitationResultShape, problemShape } from './shapes'

const words = wordsFor('en')
const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

/** A fact as the guide must tell it. When this changes, copy what the failing test expects into docs/api.md. */
function sectionOf(name: FactName): string {
  const shape = factDetails[name].shape as Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>
  const details = Object.entries(shape).map(
    ([key, schema]) => `- \`${key}\`${schema.safeParse(undefined).success ? ' (if known)' : ''}: ${words.text(detailKey(name, key, words))}`,
  )
  const example = ['```json', JSON.stringify(inputExampleOf(name)), '```']
  return [`### ${name}`, '', words.text(`api:facts.${name}`), '', ...(details.length > 0 ? [...details, ''] : []), ...example].join('\n')
}

describe('the guide for the council’s developers', () => {
  it.each(factNames)('tells of %s as it is', (name) => expect(guide).toContain(sectionOf(name)))

  it('tells of no fact that does not exist', () => {
    const told = [...guide.split('## The facts')[1]?.split('\n## ')[0]?.matchAll(/^### (\S+)$/gm) ?? []].map(([, name]) => name)
    expect(told).toEqual([...factNames])
  })

  it.each(refusalCodes)('names the refusal %s', (code) => expect(guide).toContain(`| \`${code}\` |`))
  it.each(Object.entries(problems))('names the problem %s with its status', (code, status) => expect(guide).toContain(`| ${status} | \`${code}\` |`))

  it('names every address of the API', () => {
    const paths = Object.keys(openApiDocument({ url: '', version: '', words })['paths'] as object)
    for (const path of paths) expect(guide).toContain(`/api/v1${path.replace('{reference}', 'WMK-7H4-92C')}`)
  })
})

test('every JSON that the guide shows is what the API sends or reads', () => {
  const shown = [...guide.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json]) => JSON.parse(json ?? '') as unknown)
  expect(shown.length).toBeGreaterThan(factNames.length)
  for (const json of shown) {
    const read = [factInputShape, factResultShape, applicationShape, invitationInputShape, invitationResultShape, problemShape].some((shape) => shape.safeParse(json).success)
    expect([json, read]).toEqual([json, true])
  }
})

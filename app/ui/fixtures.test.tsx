import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { rows } from './contract/rows.contract'
import { skips } from './contract/skips.contract'
import { fixturesOf, scriptHandles, treeOf } from './contract/tree.contract'

describe.each(Object.entries(rows))('%s is drawn as govuk-frontend draws it', (component, draw) => {
  const skipped = skips[component] ?? {}
  const fixtures = fixturesOf(component)

  for (const { name, options, html } of fixtures) {
    const drawn = () => treeOf(renderToStaticMarkup(draw(options)))
    const reason = skipped[name]
    if (reason === undefined) it(name, () => expect(drawn()).toBe(treeOf(html)))
    else it(`${name}: still differs, because ${reason}`, () => expect(drawn()).not.toBe(treeOf(html)))
  }

  it('skips only fixtures that exist', () => {
    expect(fixtures.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(skipped)))
  })
})

describe('what we do not draw', () => {
  const drawn = Object.keys(rows)
    .flatMap(fixturesOf)
    .map(({ html }) => html)
    .join('\n')
  const names = [...drawn.matchAll(/\s([a-z\d-]+(?:\.[\w.-]+)?)=/g)].map(([, name]) => name ?? '')
  const classes = [...drawn.matchAll(/class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/\s+/))

  it.each(scriptHandles.attributes)('%s is still a handle of a govuk-frontend script', (handle) => {
    expect(names.some((name) => handle.test(name))).toBe(true)
  })

  it.each(scriptHandles.classes)('%s is still a handle of a govuk-frontend script', (handle) => {
    expect(classes.some((name) => handle.test(name))).toBe(true)
  })
})

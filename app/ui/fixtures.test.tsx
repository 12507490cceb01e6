import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { rows } from './contract/rows.contract'
import { skips } from './contract/skips.contract'
import { fixturesOf, treeOf } from './contract/tree.contract'

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

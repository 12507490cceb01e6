import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import postcss, { type Declaration, type Rule } from 'postcss'
import { compile } from 'sass'
import { describe, expect, it } from 'vitest'
import { brandCss, defaultColours } from '../brand'
import { rows } from '../contract/rows.contract'
import { rightToLeft } from './rtl-plugin'

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const stylesheetOf = (name: string): string => {
  const from = pathOf(`./${name}`)
  const { css } = compile(from, { loadPaths: [pathOf('../../../node_modules')], quietDeps: true })
  return postcss([rightToLeft()]).process(css, { from }).css
}

const sheets = { 'app.scss': stylesheetOf('app.scss'), 'app.rtl.scss': stylesheetOf('app.rtl.scss') }
const ours = readdirSync(pathOf('.')).filter((name) => name.endsWith('.scss'))

/** The value of a property in the last rule with exactly this selector. */
const valueOf = (css: string, selector: string, property: string): string | undefined => {
  const values: string[] = []
  postcss.parse(css).walkRules(selector, (rule: Rule) => {
    if (rule.selector !== selector) return
    rule.walkDecls(property, (declaration: Declaration) => void values.push(declaration.value))
  })
  return values.at(-1)
}

describe.each(Object.entries(sheets))('%s', (_name, css) => {
  it('wears nothing that belongs to GOV.UK', () => {
    expect(css).not.toMatch(/GDS Transport|crown|crest|\/assets\//i)
  })

  it('asks only for font files that exist', () => {
    const addresses = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => address ?? '')
    expect(addresses).toHaveLength(4)
    const { resolve } = createRequire(import.meta.url)
    for (const address of addresses) expect(existsSync(resolve(address)), address).toBe(true)
  })

  it('fits in 13 KiB', () => {
    const small = postcss.parse(css)
    small.walkComments((comment) => void comment.remove())
    const text = small.toString().replace(/\s+/g, ' ')
    expect(gzipSync(text).length).toBeLessThan(13 * 1024)
  })
})

describe('writing from right to left', () => {
  it('mirrors what govuk-frontend sets by name', () => {
    expect(valueOf(sheets['app.scss'], '.govuk-inset-text', 'border-left')).toBeDefined()
    expect(valueOf(sheets['app.rtl.scss'], '.govuk-inset-text', 'border-left')).toBeUndefined()
    expect(valueOf(sheets['app.rtl.scss'], '.govuk-inset-text', 'border-right')).toBe(
      valueOf(sheets['app.scss'], '.govuk-inset-text', 'border-left'),
    )
  })

  it('leaves a tick a tick', () => {
    const tick = '.govuk-checkboxes__label::after'
    for (const css of Object.values(sheets)) expect(valueOf(css, tick, 'transform')).toBe('rotate(-45deg)')
  })
})

describe('our own rules', () => {
  it.each(ours)('%s names no side of the screen', (name) => {
    const source = readFileSync(pathOf(`./${name}`), 'utf8')
    const physical = source.match(/^\s*((margin|padding|border|inset|scroll-\w+)-(top|right|bottom|left)|top|right|bottom|left|(min-|max-)?(width|height)|float)\s*:|^\s*clear:\s*(left|right)/gm)
    expect(physical).toBeNull()
    expect(source).not.toMatch(/text-align:\s*(left|right)/)
  })

  it('have the colours that brand.ts checks', () => {
    for (const [, property = '', value] of brandCss({ colours: defaultColours }).matchAll(/(--[a-z-]+):(#\w+)/g)) {
      expect(valueOf(sheets['app.scss'], ':root', property), property).toBe(value)
    }
  })

  it('bring in exactly the components that are proven against their fixtures', () => {
    const source = readFileSync(pathOf('./_govuk.scss'), 'utf8')
    const used = [...source.matchAll(/govuk\/components\/([a-z-]+)"/g)].map(([, component]) => component)
    expect(used.sort()).toEqual(Object.keys(rows).sort())
  })
})

describe('markup', () => {
  const classes = new Set(sheets['app.scss'].match(/\.(?:govuk|wm)-[\w-]+(?:\\!-[\w-]+)?/g)?.map((name) => name.slice(1).replace('\\', '')))
  // Names without a rule of their own: blocks and parts whose own parts have the looks, and one id.
  const bare = new Set(['govuk-checkboxes', 'govuk-radios', 'govuk-table__head', 'govuk-table__body', 'govuk-table__row', 'govuk-notification-banner-title'])
  const app = pathOf('../..')
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !/\.(test|contract)\.tsx$/.test(name))

  it.each(sources)('%s uses only class names that the style sheet knows', (name) => {
    const used = readFileSync(join(app, name), 'utf8').match(/(?<![\w$}-])(?:govuk|wm)-[a-z!](?:[\w-]|!-)*(?![\w$`{-])/g) ?? []
    expect(used.filter((name) => !classes.has(name) && !bare.has(name))).toEqual([])
  })
})

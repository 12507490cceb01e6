import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createElement, type ReactNode } from 'react'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** One fixture of govuk-frontend: the options given to its Nunjucks macro, and the markup that came out. */
export type Fixture = { name: string; options: Record<string, unknown>; html: string }

/** The fixtures that govuk-frontend ships for a component. */
export const fixturesOf = (component: string): Fixture[] => {
  const path = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/**
 * Handles for govuk-frontend's own scripts. We do not run those scripts (React owns the page), so we do not draw their handles; they say
 * nothing to a person, to a style sheet or to a screen reader.
 */
export const scriptHandles = {
  attributes: [
    /^data-module$/,
    /^data-i18n\./,
    /^data-(maxlength|maxwords|threshold|count-type)$/,
    /^data-disable-auto-focus$/,
    /^data-prevent-double-click$/,
    /^data-aria-controls$/,
  ],
  classes: [/^govuk-js-/],
}

const attributeOf = ({ name, value }: { name: string; value: string }) => {
  if (name !== 'class') return `${name}="${value}"`
  const tokens = value.split(/\s+/).filter((token) => token && !scriptHandles.classes.some((handle) => handle.test(token)))
  return tokens.length > 0 ? `class="${tokens.sort().join(' ')}"` : ''
}

const linesOf = (nodes: readonly Node[], indent: string): string[] => {
  const lines: string[] = []
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/\s+/g, ' ').trim()
      if (text) lines.push(indent + text)
    } else if ('tagName' in node) {
      const attributes = node.attrs
        .filter(({ name }) => !scriptHandles.attributes.some((handle) => handle.test(name)))
        .map(attributeOf)
        .filter(Boolean)
        .sort()
      lines.push(`${indent}<${[node.tagName, ...attributes].join(' ')}>`, ...linesOf(node.childNodes, `${indent}  `))
    }
  }
  return lines
}

/** Markup as a browser would read it, with attributes and class names in order, spaces collapsed and comments dropped. */
export const treeOf = (html: string): string => linesOf(parseFragment(html).childNodes, '').join('\n')

const reactNames: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  inputmode: 'inputMode',
  spellcheck: 'spellCheck',
  autocomplete: 'autoComplete',
  maxlength: 'maxLength',
}

/** Attributes as React names them. An inline style is dropped: our content security policy would. */
export const propsOf = (attributes: Record<string, unknown> | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes ?? {})
      .filter(([name]) => name !== 'style')
      .map(([name, value]) => [reactNames[name] ?? name, String(value)]),
  )

const nodeOf = (node: Node, key: number): ReactNode => {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('tagName' in node)) return null
  const props = propsOf(Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])))
  const { value, checked, ...rest } = props
  const uncontrolled = node.tagName === 'input' ? { ...rest, defaultValue: value, defaultChecked: checked !== undefined } : props
  const children = node.childNodes.map(nodeOf)
  if (node.tagName === 'textarea') return createElement('textarea', { ...rest, defaultValue: children.join(''), key })
  return createElement(node.tagName, { ...uncontrolled, key }, ...children)
}

/** A piece of markup as React nodes, so that no component needs a door for raw markup. */
export const nodesOf = (html: string): ReactNode[] => parseFragment(html.trim()).childNodes.map(nodeOf)

type Words = { text?: unknown; html?: string } | undefined | null | false

/** What a macro would print for `{ text }` or `{ html }`. */
export const contentOf = (words: Words): ReactNode => {
  if (!words) return undefined
  if (words.html) return nodesOf(words.html)
  return words.text === undefined || words.text === null ? undefined : String(words.text)
}

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LineSymbol, symbolNames } from './symbol'

it.each(symbolNames)('%s is a drawing, and nothing that is read out', (name) => {
  const drawn = renderToStaticMarkup(<LineSymbol name={name} />)
  expect(drawn).toMatch(/^<svg class="wm-symbol" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M[^"]{10,}"><\/path><\/svg>$/)
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MarkedText } from './marked-text'

const html = (text: string, ...marks: Parameters<typeof MarkedText>[0]['marks']) => renderToStaticMarkup(<MarkedText text={text} marks={marks} />)

it('sets a due date in bold, wherever it stands and however often', () => {
  expect(html('By Monday 4 May 2026. Yes, Monday 4 May 2026', { kind: 'due', text: 'Monday 4 May 2026' })).toBe(
    'By <strong class="wm-due">Monday 4 May 2026</strong>. Yes, <strong class="wm-due">Monday 4 May 2026</strong>',
  )
})

it('makes numbers and addresses links, and an address may break before its @ and dots', () => {
  const told = html('Phone 01632 960 001 or write to a.b@c.org.', { kind: 'phone', text: '01632 960 001' }, { kind: 'email', text: 'a.b@c.org' })
  expect(told).toContain('href="tel:01632960001"')
  expect(told).toContain('<a class="govuk-link" href="mailto:a.b@c.org"><bdi dir="ltr">a<wbr/>.b<wbr/>@c<wbr/>.org</bdi></a>.')
})

it('leaves everything else as it is, whatever it holds', () => {
  expect(html('<b>1 & 2</b>', { kind: 'due', text: 'Monday 4 May 2026' })).toBe('&lt;b&gt;1 &amp; 2&lt;/b&gt;')
})

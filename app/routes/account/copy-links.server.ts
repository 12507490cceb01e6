import type { CopyRequest } from '~/engine/copy-request'
import { londonDayOf } from '~/engine/london-day'
import type { Words } from '~/engine/words'

interface Link {
  readonly href: string
  readonly text: string
}

/** Where each copy of an application is, as a PDF and, beside it, as a page to print: what was sent first, then every change. */
export function copyLinks(words: Words, base: string, copies: readonly CopyRequest[]): readonly { readonly pdf: Link; readonly print: Link }[] {
  return copies.map(({ changes, sentAt, summary }, index) => {
    const query = index > 0 ? `?copy=${index + 1}` : ''
    const values = { date: sentAt === undefined ? '' : words.date(londonDayOf(new Date(sentAt))) }
    const kind = changes ? 'changes.' : summary.form === copies[0]?.summary.form ? '' : `${summary.form}.`
    const say = (key: string) => words.text(`account:timeline.${kind}${key}`, values)
    return { pdf: { href: `${base}/copy.pdf${query}`, text: say('pdf') }, print: { href: `${base}/print${query}`, text: say('print') } }
  })
}

/** The copy that a URL asks for with `?copy=2`; the first when it asks for none, or for one that is not there. */
export function copyAsked<Copy extends CopyRequest>(request: Request, copies: readonly Copy[]): { readonly number: number; readonly copy: Copy } {
  const asked = Number(new URL(request.url).searchParams.get('copy') ?? 1)
  const [first] = copies
  if (!first) throw new Error('An application has a copy, even as a draft')
  const copy = copies[asked - 1]
  return copy ? { number: asked, copy } : { number: 1, copy: first }
}

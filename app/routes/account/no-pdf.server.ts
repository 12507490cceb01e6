import type { Context } from '~/context.server'
import type { NoPdfView } from './no-pdf'

/** For somebody who asked for a PDF and is shown the page that says the same, or who asked how to print that page. */
export function noPdfOf({ visit }: Context, request: Request, pdf: string): NoPdfView | null {
  const { searchParams } = new URL(request.url)
  const say = (key: string) => visit.words.text(`account:print.${key}`)
  const why = searchParams.get('pdf')
  if (why !== null) return { text: say(why === 'making' ? 'making' : 'failed'), again: { href: pdf, text: say('again') } }
  return searchParams.has('print') ? { text: say('how') } : null
}

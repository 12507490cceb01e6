import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { copiesOf } from '~/applications/copies'
import { uploadsOf } from '~/applications/open-upload'
import { copyViewOf } from '~/engine/copy-view'
import { writtenIn } from '~/i18n/languages'
import { wordsFor } from '~/i18n/words'
import { LinkList } from '~/ui/link-list'
import { SummaryList } from '~/ui/summary-list'
import { TextList } from '~/ui/text-list'
import { applyPath } from '../apply/apply.server'
import { withPapers } from '../listed-papers.server'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { copyAsked, copyLinks } from './copy-links.server'
import { CopySections } from './copy-sections'
import { following } from './follow.server'
import { NoPdf } from './no-pdf'
import { noPdfOf } from './no-pdf.server'

export const meta = pageTitle

/** The same copy as copy.pdf, in the same words and order, for reading and for the browser's own print button. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const open = await following(args, 'read')
  const { words } = context.visit
  const say = (key: string, values?: Record<string, string>) => words.text(`account:print.${key}`, values)
  const copies = await copiesOf(context.services, open, context.visit.words)
  const { number, copy } = copyAsked(request, copies)
  const { uploads } = await uploadsOf(context.services, open.actor, open.reference)
  const copyWords = wordsFor(copy.summary.language)
  const view = copyViewOf(withPapers(context.services, copy, uploads, copyWords, 'family'), copyWords)
  const base = `/applications/${open.reference}`
  const links = copyLinks(words, base, copies).map(({ pdf, print }) => [pdf, print])
  return shown({
    ...view,
    title: titleOf(context, view.title),
    heading: view.title,
    back: { text: say('back'), href: open.application.sentAt ? base : applyPath(open.form.id, open.reference) },
    noPdf: noPdfOf(context, request, `${base}/copy.pdf?copy=${number}`) ?? { text: say('how') },
    language: writtenIn(copy.summary.language),
    others: links.length > 1 ? { heading: say('others'), links: links.flat() } : null,
  })
}

export default function PrintPage() {
  const { heading, lead, banner, facts, notes, next, sections, language, noPdf, others, blank } = useLoaderData<typeof loader>()
  return (
    <>
      <NoPdf {...noPdf} />
      <div {...language} className="wm-copy">
        {banner ? <p className="wm-banner">{banner}</p> : null}
        {banner ? (
          <p className="wm-watermark" aria-hidden="true">
            {banner}
          </p>
        ) : null}
        <h1 className="govuk-heading-l">{heading}</h1>
        {lead.map((text) => (
          <p key={text} className="govuk-body-l">
            {text}
          </p>
        ))}
        <SummaryList rows={facts.map(({ name, value }) => ({ label: name, value, valueClassName: 'wm-receipt' }))} />
        {notes.map((text) => (
          <p key={text} className="govuk-body">
            {text}
          </p>
        ))}
        {next ? (
          <section className="wm-section">
            <h2 className="govuk-heading-m">{next.heading}</h2>
            <p className="govuk-body">{next.text}</p>
            <TextList texts={next.steps} />
            <p className="govuk-body">{next.note}</p>
          </section>
        ) : null}
        <CopySections sections={sections} blank={blank} />
      </div>
      {others ? (
        <nav className="wm-screen-only" aria-labelledby="others">
          <h2 className="govuk-heading-m" id="others">
            {others.heading}
          </h2>
          <LinkList links={others.links} />
        </nav>
      ) : null}
    </>
  )
}

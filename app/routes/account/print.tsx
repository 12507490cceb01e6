import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { londonDayOf } from '~/engine/london-day'
import { htmlLangOf } from '~/i18n/languages'
import { SummarySections } from '../summary-sections'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { titleOf } from '../responses.server'
import { copiesOf } from './copies.server'
import { following } from './follow.server'

export const meta = pageTitle

/** The same content as the PDF copy, in the same order, for reading and for the browser's own print button. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const open = await following(args, 'read')
  const { words } = context.visit
  const say = (key: string, values?: Record<string, string>) => words.text(`account:print.${key}`, values)
  const copies = await copiesOf(context, open)
  return json({
    title: titleOf(context, say('heading')),
    heading: say('heading'),
    reference: words.text('account:timeline.caption', { reference: open.reference }),
    back: { text: say('back'), href: open.application.sentAt ? `/applications/${open.reference}` : applyPath(open.form.id, open.reference) },
    noPdf: noPdfOf(request, open.reference, say),
    how: say('how'),
    copies: copies.map(({ summary, sentAt, hash, isChange }) => ({
      when: sentAt ? say(isChange ? 'correction' : 'sent', { date: words.date(londonDayOf(new Date(sentAt))), time: words.time(sentAt) }) : say('draft'),
      receipt: hash ? say('receipt', { hash }) : '',
      language: htmlLangOf(summary.language),
      sections: summary.sections,
    })),
    words: { change: '', blank: words.text('common:noAnswer') },
  })
}

/** For somebody who asked for the PDF and is shown this page: why, and where to ask again. */
function noPdfOf(request: Request, reference: string, say: (key: string) => string) {
  const { searchParams } = new URL(request.url)
  const why = searchParams.get('pdf')
  if (why === null) return null
  const copy = Number(searchParams.get('copy')) || 1
  return { text: say(why === 'making' ? 'making' : 'failed'), again: say('again'), href: `/applications/${reference}/copy.pdf?copy=${copy}` }
}

export default function PrintPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-full">
        <span className="govuk-caption-l">{view.reference}</span>
        <h1 className="govuk-heading-l">{view.heading}</h1>
        {view.noPdf ? (
          <div className="govuk-inset-text wm-screen-only">
            <p className="govuk-body">{view.noPdf.text}</p>
            <a className="govuk-link" href={view.noPdf.href}>
              {view.noPdf.again}
            </a>
          </div>
        ) : null}
        <p className="govuk-body wm-screen-only">{view.how}</p>
        {view.copies.map((copy) => (
          <div key={copy.when + copy.receipt} lang={copy.language}>
            <p className="govuk-body-l">{copy.when}</p>
            {copy.receipt ? <p className="govuk-body wm-receipt">{copy.receipt}</p> : null}
            <SummarySections sections={copy.sections} words={view.words} />
          </div>
        ))}
      </div>
    </div>
  )
}

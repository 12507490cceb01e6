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
    busy: new URL(request.url).searchParams.has('busy') ? say('busy') : '',
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

export default function PrintPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-full">
        {view.busy ? <p className="govuk-body">{view.busy}</p> : null}
        <span className="govuk-caption-l">{view.reference}</span>
        <h1 className="govuk-heading-l">{view.heading}</h1>
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

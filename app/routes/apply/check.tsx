import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closedBy, receivedAs } from '~/applications/standing'
import { changesSince } from '~/applications/sent-summary'
import { submit } from '~/applications/submit'
import { postedForm } from '~/context.server'
import { problemWords } from '~/engine/naming'
import { summaryOf, withoutProtected, type Summary } from '~/engine/summary'
import { limitsOf } from '~/timeline'
import { unfinishedScreens } from '~/applications/unfinished'
import { Button } from '~/ui/button'
import { InsetText } from '~/ui/inset-text'
import { SummarySections, type SummarySectionsProps } from '../summary-sections'
import { pageTitle } from '../page-title'
import { actorOf, answering, seeOther, titleOf } from '../responses.server'
import { applying, applyPath, formOf } from './apply.server'

export const meta = pageTitle

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await applying(args, 'read')
  const { words } = context.visit
  const { store, clock } = context.services
  const facts = await store.facts(open.actor, open.application.id)
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:check.${key}`, values)
  const own = withoutProtected(summaryOf(open.form, open.journey, words), words.text('common:keptPrivate'))
  const received = receivedAs(facts)
  const sent = received ? await store.sent(open.actor, open.application.id) : []
  const changes = received && changesSince(sent, summaryOf(open.form, open.journey, context.services.wordsFor(sent[0]?.summary.language ?? words.language)))
  const shown = changes ? withoutProtected(changes.summary, words.text('common:keptPrivate')) : own
  const heading = say(received ? 'headingChanges' : 'heading')
  const closed = closedBy(facts)
  const missing = received ? [] : problemWords(open.said, open.journey.stops.flatMap((stop) => stop.questions), open.journey.missing)
  const canSend = !closed && missing.length === 0 && (!received || changes)
  return json({
    title: titleOf(context, heading),
    back: { text: words.text('apply:page.back'), href: open.path() },
    heading,
    intro: say(received ? 'introChanges' : 'intro'),
    unfinished: {
      heading: say('unfinished'),
      list: (await unfinishedScreens(context.services, open.actor, open.form, open)).map(({ page, item }) => ({
        text: open.said.page(page).title,
        href: open.path(page.id, { ...(item && { item }), from: 'check' }),
      })),
    },
    remark: closed ? say('closed') : received && !changes ? say('noChanges') : received ? '' : say('blank'),
    missing: { heading: say('missing'), list: missing.map((each) => ({ text: each.text, href: open.path(pageOfQuestion(open, each.question)) })) },
    sections: received ? (changes ? linked(shown, open) : []) : withUnseen(linked(shown, open), open),
    words: { change: words.text('common:change'), blank: words.text('common:noAnswer') },
    send: canSend ? { text: say(received ? 'sendChanges' : 'send'), when: received ? '' : say('sending', { date: words.date(limitsOf({ route: 'new', startedOn: clock.today() })[0]?.dueOn ?? '') }), honest: say('honest') } : null,
    print: received ? null : { text: say('print'), href: `/applications/${open.reference}/print` },
    csrf: context.visit.csrf,
    reference: open.reference,
  })
}

type Open = Awaited<ReturnType<typeof applying>>
type Section = SummarySectionsProps['sections'][number]

const linked = (summary: Summary, open: Open): readonly Section[] =>
  summary.sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, href: open.path(row.page, { from: 'check' }) })) }))

/** Every section of the form, with a way to the questions in it that were not seen yet. */
const withUnseen = (sections: readonly Section[], { form, journey, said, path }: Open): readonly Section[] =>
  form.sections.flatMap(({ id, privacy }) => {
    const unseen = journey.stops.filter((stop) => stop.section.id === id && !stop.done)
    const count = unseen.flatMap((stop) => stop.questions.filter((question) => journey.answers[question.id] === undefined)).length
    const more = count > 0 ? { more: { text: said.words.text('apply:check.unseen', { count }), href: path(unseen[0]?.page.id) } } : {}
    const rows = sections.find((section) => section.id === id)?.rows ?? []
    return rows.length > 0 || count > 0 ? [{ id, title: said.section(id), rows, sees: said.words.text(`apply:page.sees.${privacy.sees}`), ...more }] : []
  })

const pageOfQuestion = ({ journey }: Open, question: string) =>
  journey.stops.find((stop) => stop.questions.some((each) => each.id === question))?.page.id

export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const form = formOf(context, params)
  const reference = posted.get('ref') ?? ''
  const actor = actorOf(context, request)
  const outcome = await answering(context, request, () => submit(context.services, actor, form, reference))
  return seeOther(applyPath(form.id, reference, 'sent' in outcome || 'unchanged' in outcome ? 'sent' : 'check'))
}

export default function CheckPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-full">
        <h1 className="govuk-heading-l">{view.heading}</h1>
        <p className="govuk-body">{view.intro}</p>
        {view.missing.list.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">{view.missing.heading}</h2>
            <ul className="govuk-list govuk-list--bullet">
              {view.missing.list.map(({ text, href }) => (
                <li key={text}>
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {view.unfinished.list.length > 0 ? (
          <InsetText>
            <p className="govuk-body">{view.unfinished.heading}</p>
            <ul className="govuk-list govuk-list--bullet">
              {view.unfinished.list.map(({ text, href }) => (
                <li key={href}>
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </InsetText>
        ) : null}
        {view.remark ? <p className="govuk-body">{view.remark}</p> : null}
        <SummarySections sections={view.sections} words={view.words} />
        {view.send ? (
          <form method="post">
            <input type="hidden" name="csrf" value={view.csrf} />
            <input type="hidden" name="ref" value={view.reference} />
            {view.send.when ? <p className="govuk-body">{view.send.when}</p> : null}
            <p className="govuk-body">{view.send.honest}</p>
            <Button>{view.send.text}</Button>
          </form>
        ) : null}
        {view.print ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.print.href}>
              {view.print.text}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}

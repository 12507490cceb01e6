import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refusal } from '~/context.server'
import { londonDayOf } from '~/engine/london-day'
import type dev from '../../../locales/en/dev.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'

export const meta = pageTitle
const NEWEST = 50

/** The development mailbox: what the portal would have emailed. It exists only in the demo. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.config.mode !== 'demo') throw refusal(context, 404, 'not-found')
  const words = context.visit.words.tree<typeof dev>('dev')
  const messages = await context.services.store.newestMessages(NEWEST)
  return shown({
    title: titleOf(context, words.heading),
    words,
    messages: messages.map(({ id, to, subject, body, createdAt }) => ({
      id,
      to,
      subject,
      when: `${context.visit.words.date(londonDayOf(new Date(createdAt)))}, ${context.visit.words.time(createdAt)}`,
      paragraphs: body.split('\n\n'),
    })),
  })
}

const Line = ({ text }: { text: string }) =>
  /^https?:\/\/localhost\S*$/.test(text) ? (
    <a className="govuk-link" href={text}>
      {text}
    </a>
  ) : (
    text
  )

export default function OutboxPage() {
  const { words, messages } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        {messages.length === 0 ? <p className="govuk-body">{words.none}</p> : null}
        {messages.map((message) => (
          <article key={message.id} className="wm-message">
            <h2 className="govuk-heading-m">{message.subject}</h2>
            <p className="govuk-hint">
              {words.to} {message.to}, {message.when}
            </p>
            {message.paragraphs.map((paragraph, index) => (
              <p key={index} className="govuk-body">
                {paragraph.split('\n').map((line, at) => (
                  <span key={at}>
                    <Line text={line} />
                    <br />
                  </span>
                ))}
              </p>
            ))}
          </article>
        ))}
      </div>
    </div>
  )
}

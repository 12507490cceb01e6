import type { Card, Deed } from '~/applications/timeline-view'
import { MarkedText, type Mark } from '~/ui/marked-text'
import { NowCard } from '~/ui/now-card'

/** The card of the stage that a request is in, with where each thing can be done, and the words that lead to how to complain. */
export interface CardView extends Omit<Card, 'youCan'> {
  readonly youCan: { readonly heading: string; readonly deeds: readonly (Deed & { readonly href: string | null })[] }
  readonly complain: string | null
}

const Texts = ({ texts, marks }: { texts: readonly string[]; marks: readonly Mark[] }) => (
  <>
    {texts.map((text) => (
      <p key={text} className="govuk-body">
        <MarkedText text={text} marks={marks} />
      </p>
    ))}
  </>
)

/** What is happening, what is next, what can be done, whom to talk to, and what if it goes wrong. */
export const StageCard = ({ late, now, next, youCan, talk, ifWrong, complain, marks }: CardView) => (
  <NowCard
    late={late.length > 0 ? <Texts texts={late} marks={marks} /> : undefined}
    happening={{
      heading: now.heading,
      children: (
        <>
          <Texts texts={now.texts} marks={marks} />
          {now.waiting ? (
            <>
              <p className="govuk-body">{now.waiting.text}</p>
              <ul className="govuk-list govuk-list--bullet">
                {now.waiting.lines.map((line) => (
                  <li key={line}>
                    <MarkedText text={line} marks={marks} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ),
    }}
    next={next.texts.length > 0 ? { heading: next.heading, children: <Texts texts={next.texts} marks={marks} /> } : undefined}
    whatYouCanDo={
      youCan.deeds.length > 0
        ? {
            heading: youCan.heading,
            children: (
              <ul className="govuk-list govuk-list--bullet">
                {youCan.deeds.map(({ kind, text, href }) => (
                  <li key={kind}>
                    {href ? (
                      <a className="govuk-link" href={href}>
                        {text}
                      </a>
                    ) : (
                      <MarkedText text={text} marks={marks} />
                    )}
                  </li>
                ))}
              </ul>
            ),
          }
        : undefined
    }
    whoToTalkTo={{ heading: talk.heading, children: <Texts texts={talk.texts} marks={marks} /> }}
    ifItGoesWrong={{
      heading: ifWrong.heading,
      children: (
        <>
          <Texts texts={[ifWrong.text]} marks={marks} />
          {complain ? (
            <p className="govuk-body wm-screen-only">
              <a className="govuk-link" href="#unhappy">
                {complain}
              </a>
            </p>
          ) : null}
        </>
      ),
    }}
  />
)

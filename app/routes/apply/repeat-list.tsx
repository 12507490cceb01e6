import { Button, ButtonLink } from '~/ui/button'
import { SummaryCard } from '~/ui/summary-list'
import type { RepeatView } from './items.server'
import { UnfinishedTyping } from './unfinished-typing'

/** What has been added so far, each answer with Change, each item with Remove, and the way to add another. */
export const RepeatList = ({ repeat }: { repeat: RepeatView }) => (
  <>
    <UnfinishedTyping unfinished={repeat.unfinished} />
    {repeat.items.length === 0 ? <p className="govuk-body">{repeat.none}</p> : null}
    {repeat.items.map((item) => (
      <div key={item.key}>
        <SummaryCard
          title={item.title}
          actions={item.rest ? [{ href: item.rest, children: repeat.rest }] : []}
          rows={item.rows.map(({ label, lines, href }) => ({
            label,
            value: lines.map((line, index) => <div key={index}>{line}</div>),
            actions: [{ href, children: repeat.change, about: label }],
          }))}
        />
        <Button variant="secondary" name="remove" value={item.key}>
          {repeat.remove} <span className="govuk-visually-hidden">{item.title}</span>
        </Button>
      </div>
    ))}
    {repeat.add ? (
      <p className="govuk-body">
        <ButtonLink variant="secondary" href={repeat.add.href}>
          {repeat.add.text}
        </ButtonLink>
      </p>
    ) : (
      <p className="govuk-body">{repeat.full}</p>
    )}
    {repeat.paste ? (
      <p className="govuk-body">
        <a className="govuk-link" href={repeat.paste.href}>
          {repeat.paste.text}
        </a>
      </p>
    ) : null}
  </>
)

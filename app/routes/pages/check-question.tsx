import { Button } from '~/ui/button'
import { Radios } from '~/ui/radios'

export interface QuestionView {
  readonly name: string
  readonly caption: string
  readonly label: string
  readonly hint?: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly defaultChecked: boolean }[]
  /** Where to go next, and what was chosen before. */
  readonly hidden: readonly (readonly [name: string, value: string])[]
  readonly notKept: string
  readonly continue: string
  readonly skip: { readonly text: string; readonly href: string }
}

/** One question of the check. It is asked by GET, so Back works and nothing is kept. */
export const CheckQuestion = ({ view }: { view: QuestionView }) => (
  <>
    <form method="get" action="/start">
      <span className="govuk-caption-l">{view.caption}</span>
      {view.hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        name={view.name}
        fieldset={{ legend: view.label, legendSize: 'l', legendIsPageHeading: true }}
        hint={view.hint}
        errorPrefix={null}
        items={view.options}
      />
      <p className="govuk-body">{view.notKept}</p>
      <Button>{view.continue}</Button>
    </form>
    <p className="govuk-body">
      <a className="govuk-link" href={view.skip.href}>
        {view.skip.text}
      </a>
    </p>
  </>
)

import { fieldName, NOT_SAID } from '~/engine/read-page'
import type { Typed } from '~/engine/kind'
import { Checkboxes } from '~/ui/checkboxes'
import type { Offer } from './establishment/establishment'
import { textIn } from './reading'
import type { QuestionView } from './view'

/** What react-hook-form's `register` gives an input; an empty object where there is no such form. */
export interface Registration {
  readonly ref?: (element: unknown) => void
  readonly onChange?: (event: { target: EventTarget; type: string }) => unknown
  readonly onBlur?: (event: { target: EventTarget; type: string }) => unknown
}

export interface QuestionFieldProps {
  readonly view: QuestionView
  /** What the boxes hold: kept from a page with errors, or filled from the answer. */
  readonly typed: Typed
  /** What is wrong, and the box to mend. */
  readonly problem?: { readonly box: string; readonly text: string } | undefined
  /** The question is the whole page: its label is the page's h1. */
  readonly heading: boolean
  /** What the page says before its only question; read with the hint. */
  readonly intro?: string | undefined
  /** Schools that were looked up for what was typed, to choose from. */
  readonly offers?: readonly Offer[] | undefined
  readonly register: (fieldName: string) => Registration
}

/** The id of a box on the page, which errors link to: `childBirthDate-day`. */
export const fieldId = (question: string, box: string): string => (box ? `${question}-${box}` : question)

/** The name, id and events of a box of one line or several. */
export const boxProps = ({ view, register }: QuestionFieldProps, box: string) => ({
  ...register(fieldName(view.id, box)),
  name: fieldName(view.id, box),
  id: fieldId(view.id, box),
})

/** The same for radios and checkboxes: without the ref, since the form library would put back what it last knew of them. */
export const choiceProps = (props: QuestionFieldProps, box: string) => {
  const { ref: _ref, ...rest } = boxProps(props, box)
  return rest
}

/** The hint and the error, which every kind draws in the same way. */
export const questionProps = ({ view, problem, intro }: QuestionFieldProps) => ({
  hint: intro ? (
    <>
      <span className="wm-intro">{intro}</span>
      {view.hint}
    </>
  ) : (
    view.hint
  ),
  error: problem?.text,
  errorPrefix: view.words['error'],
})

const sizeOf = (heading: boolean) => (heading ? 'l' : 's')

export const labelProps = ({ heading }: QuestionFieldProps) => ({ isPageHeading: heading, size: sizeOf(heading) }) as const

export const fieldsetProps = ({ view, heading }: QuestionFieldProps) =>
  ({ legend: view.label, legendSize: sizeOf(heading), legendIsPageHeading: heading }) as const

/** The value of a question with one box, or the reason it has none, as its radios and lists know it. */
export const chosenIn = (typed: Typed): string => textIn(typed, NOT_SAID) || textIn(typed, '')

/** "I do not know" and "I would rather not say", after a question that is typed. Only one of them can be ticked. */
export function NotSaidBoxes({ view, typed }: QuestionFieldProps) {
  if (view.notSaid.length === 0) return null
  const reason = textIn(typed, NOT_SAID)
  return (
    <Checkboxes
      name={fieldName(view.id, NOT_SAID)}
      id={fieldId(view.id, NOT_SAID)}
      size="small"
      errorPrefix={null}
      fieldset={{ legend: view.label, legendClassName: 'govuk-visually-hidden' }}
      items={view.notSaid.map((each) => ({ ...each, exclusive: true }))}
      defaultValues={[reason]}
    />
  )
}

import { Combobox } from '~/ui/combobox'
import { Radios } from '~/ui/radios'
import { boxProps, choiceProps, fieldsetProps, labelProps, NotSaidBoxes, questionProps, type QuestionFieldProps } from '../field.web'
import { textIn } from '../reading'
import type { Offer } from './establishment'

/**
 * A box for the name, which offers schools of the register as it is typed. Where schools were looked up for what was typed already, they are offered as
 * radios instead, beside what was typed.
 */
export function EstablishmentField(props: QuestionFieldProps) {
  const { view, typed, problem, offers = [] } = props
  const text = textIn(typed, '')
  const { found = '', none = '' } = view.words
  const shared = questionProps(props)
  // What the register says is English, whichever way the page runs.
  const detailsOf = ({ status, details }: Offer) => (
    <>
      {view.words[status] ? `${view.words[status]} ` : null}
      <bdi>{details}</bdi>
    </>
  )
  if (offers.length > 0) {
    return (
      <Radios
        {...shared}
        {...choiceProps(props, '')}
        hint={view.words['which']}
        fieldset={fieldsetProps(props)}
        items={[
          ...offers.map((offer) => ({ value: offer.value, label: <bdi>{offer.label}</bdi>, hint: detailsOf(offer) })),
          { divider: view.words['or'] },
          { value: text, label: view.words['keep'], hint: <bdi>{text}</bdi> },
        ]}
        defaultValue={text}
      />
    )
  }
  return (
    <>
      <Combobox
        {...shared}
        {...boxProps(props, '')}
        label={view.label}
        labelProps={labelProps(props)}
        defaultValue={text}
        dir="auto"
        spellCheck={false}
        suggest={async (asked, signal) => (await offersFor(asked, signal)).map((offer) => ({ ...offer, details: detailsOf(offer) }))}
        foundText={(number) => (number === 0 ? none : found.replace('{{number}}', String(number)))}
        aria-invalid={problem ? true : undefined}
      />
      <NotSaidBoxes {...props} />
    </>
  )
}

async function offersFor(text: string, signal: AbortSignal): Promise<readonly Offer[]> {
  const answer = await fetch(`/establishments?${new URLSearchParams({ q: text }).toString()}`, { signal })
  if (!answer.ok) throw new Error(String(answer.status))
  return ((await answer.json()) as { found: readonly Offer[] }).found
}

import { Radios } from '~/ui/radios'
import { Select } from '~/ui/select'
import { boxProps, choiceProps, chosenIn, fieldsetProps, labelProps, questionProps, type QuestionFieldProps } from './field.web'

/** Longer than this, a list to open is easier to read past than a column of radios. */
const mostRadios = 12

/** Draws every kind whose answer is one of a few: its options, then the ways to give no answer. */
export function OneOption(props: QuestionFieldProps) {
  const { view, typed, problem } = props
  const options = view.options ?? []
  if (options.length > mostRadios) {
    const items = [{ value: '', label: view.words['choose'] ?? '' }, ...options, ...view.notSaid]
    return (
      <Select
        {...questionProps(props)}
        {...boxProps(props, '')}
        label={view.label}
        labelProps={labelProps(props)}
        options={items.map(({ value, label }) => ({ value, text: label }))}
        defaultValue={chosenIn(typed)}
        aria-invalid={problem ? true : undefined}
      />
    )
  }
  return (
    <Radios
      {...questionProps(props)}
      {...choiceProps(props, '')}
      fieldset={fieldsetProps(props)}
      items={[...options, ...(view.notSaid.length > 0 ? [{ divider: view.words['or'] }] : []), ...view.notSaid]}
      defaultValue={chosenIn(typed)}
    />
  )
}

import { Checkboxes } from '~/ui/checkboxes'
import { describedByOf, FieldGroup } from '~/ui/field'
import { Input } from '~/ui/input'
import { Textarea } from '~/ui/textarea'
import { boxProps, choiceProps, fieldsetProps, NotSaidBoxes, questionProps, type QuestionFieldProps } from '../field.web'
import { textIn } from '../reading'
import type { AddressSettings } from './address'

const fills = { lines: 'street-address', town: 'address-level2', postcode: 'postal-code' } as const

export function AddressField(props: QuestionFieldProps) {
  const { view, typed, problem } = props
  const { hint, error, errorPrefix } = questionProps(props)
  const { autocomplete } = view.settings as AddressSettings
  const box = (name: 'lines' | 'town' | 'postcode') => ({
    ...boxProps(props, name),
    label: view.boxes[name],
    errorPrefix,
    defaultValue: textIn(typed, name),
    autoComplete: autocomplete && fills[name],
    error: problem?.box === name && error,
    'aria-invalid': problem?.box === name || undefined,
    spellCheck: false,
  })
  const tick = (name: 'noFixedAddress' | 'private') => (
    <Checkboxes
      {...choiceProps(props, name)}
      size="small"
      errorPrefix={errorPrefix}
      items={[{ value: 'yes', label: view.boxes[name], hint: view.words[name] }]}
      defaultValues={[textIn(typed, name) && 'yes']}
    />
  )
  // A problem with a box is said at that box, any other above them all.
  const above = { hint, errorPrefix, error: problem && problem.box in fills ? undefined : error }
  return (
    <>
      <FieldGroup {...above} id={view.id} describedBy={describedByOf(view.id, above)} fieldset={fieldsetProps(props)}>
        <Textarea {...box('lines')} rows={3} dir="auto" />
        <Input {...box('town')} width={20} dir="auto" />
        <Input {...box('postcode')} width={10} autoCapitalize="characters" />
        {tick('noFixedAddress')}
        {tick('private')}
      </FieldGroup>
      <NotSaidBoxes {...props} />
    </>
  )
}

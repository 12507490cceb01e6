import { fieldName, NOT_SAID } from '~/engine/read-page'
import { Checkboxes } from '~/ui/checkboxes'
import { choiceProps, fieldId, fieldsetProps, questionProps, type QuestionFieldProps } from '../field.web'
import { textIn, textsIn } from '../reading'
import type { ChoicesSettings } from './choices'

export function ChoicesField(props: QuestionFieldProps) {
  const { view, typed } = props
  const { none } = view.settings as ChoicesSettings
  const options = view.options ?? []
  const alone = [
    ...options.filter(({ value }) => value === none).map((option) => ({ ...option, exclusive: true })),
    ...view.notSaid.map((each, index) => ({
      ...each,
      name: fieldName(view.id, NOT_SAID),
      id: `${fieldId(view.id, NOT_SAID)}${index === 0 ? '' : `-${index + 1}`}`,
      exclusive: true,
    })),
  ]
  return (
    <Checkboxes
      {...questionProps(props)}
      {...choiceProps(props, '')}
      fieldset={fieldsetProps(props)}
      items={[...options.filter(({ value }) => value !== none), ...(alone.length > 0 ? [{ divider: view.words['or'] }] : []), ...alone]}
      defaultValues={[...textsIn(typed, ''), textIn(typed, NOT_SAID)]}
    />
  )
}

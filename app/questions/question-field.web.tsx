import type { ComponentType } from 'react'
import { AddressField } from './address/address.web'
import { ChoicesField } from './choices/choices.web'
import { EmailField } from './email/email.web'
import { EstablishmentField } from './establishment/establishment.web'
import type { QuestionFieldProps } from './field.web'
import { LongTextField } from './long-text/long-text.web'
import { NhsNumberField } from './nhs-number/nhs-number.web'
import { NumberField } from './number/number.web'
import { OneOption } from './options.web'
import { PhoneField } from './phone/phone.web'
import { PostcodeField } from './postcode/postcode.web'
import { TextField } from './text/text.web'
import { ThreeBoxes } from './three-boxes.web'
import { UlnField } from './uln/uln.web'
import { UpnField } from './upn/upn.web'

export { fieldId, type QuestionFieldProps, type Registration } from './field.web'

/** How each kind is drawn. A repeat is a page of its own and is not here. */
const fields: Readonly<Record<string, ComponentType<QuestionFieldProps>>> = {
  text: TextField,
  'long-text': LongTextField,
  date: ThreeBoxes,
  'uncertain-date': ThreeBoxes,
  choice: OneOption,
  choices: ChoicesField,
  'yes-no': OneOption,
  address: AddressField,
  phone: PhoneField,
  email: EmailField,
  number: NumberField,
  establishment: EstablishmentField,
  'nhs-number': NhsNumberField,
  upn: UpnField,
  uln: UlnField,
  postcode: PostcodeField,
  'year-group': OneOption,
}

/** One question with everything about it: label, hint, error, boxes, and ways to give no answer. */
export function QuestionField(props: QuestionFieldProps) {
  const Field = fields[props.view.kind]
  if (!Field) throw new Error(`No field draws a question of the kind ${props.view.kind}.`)
  return (
    <div data-question={props.view.id}>
      <Field {...props} />
    </div>
  )
}

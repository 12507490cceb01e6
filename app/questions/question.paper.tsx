import type { ComponentType } from 'react'
import { AddressPaper } from './address/address.paper'
import { ChoicesPaper } from './choices/choices.paper'
import { EmailPaper } from './email/email.paper'
import { EstablishmentPaper } from './establishment/establishment.paper'
import type { QuestionPaperProps } from './field.paper'
import { LongTextPaper } from './long-text/long-text.paper'
import { NhsNumberPaper } from './nhs-number/nhs-number.paper'
import { NumberPaper } from './number/number.paper'
import { OneOption } from './options.paper'
import { PhonePaper } from './phone/phone.paper'
import { PostcodePaper } from './postcode/postcode.paper'
import { linesOf, TextPaper } from './text/text.paper'
import { ThreeBoxes } from './three-boxes.paper'
import { UlnPaper } from './uln/uln.paper'
import { UpnPaper } from './upn/upn.paper'
import type { QuestionView } from './view'

export type { QuestionPaperProps } from './field.paper'

/** How a blank question of each kind looks. A repeat is printed as its questions, several times. */
const papers: Readonly<Record<string, ComponentType<QuestionPaperProps>>> = {
  text: TextPaper,
  'long-text': LongTextPaper,
  date: ThreeBoxes,
  'uncertain-date': ThreeBoxes,
  choice: OneOption,
  choices: ChoicesPaper,
  'yes-no': OneOption,
  address: AddressPaper,
  phone: PhonePaper,
  email: EmailPaper,
  number: NumberPaper,
  establishment: EstablishmentPaper,
  'nhs-number': NhsNumberPaper,
  upn: UpnPaper,
  uln: UlnPaper,
  postcode: PostcodePaper,
  'year-group': OneOption,
}

/** The boxes of a question, to be filled in by hand or by typing. */
export function QuestionPaper(props: QuestionPaperProps) {
  const Paper = papers[props.view.kind]
  if (!Paper) throw new Error(`No paper has a question of the kind ${props.view.kind}.`)
  return <Paper {...props} />
}

const dates: ReadonlySet<string> = new Set(['date', 'uncertain-date'])
const inOneLine: ReadonlySet<string> = new Set(['yes-no', 'phone', 'email', 'establishment', 'number'])

/** How much room the answer takes: a date or a line, which may stand beside the question; a box that can use all there is; or what it needs. */
export function spaceFor({ kind, settings }: Pick<QuestionView, 'kind' | 'settings'>): 'date' | 'line' | 'growing' | 'own' {
  if (kind === 'long-text') return 'growing'
  if (dates.has(kind)) return 'date'
  return inOneLine.has(kind) || (kind === 'text' && linesOf(settings) === 1) ? 'line' : 'own'
}

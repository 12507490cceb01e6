import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'

export const PhoneField = (props: QuestionFieldProps) => <Line {...props} type="tel" width={20} />

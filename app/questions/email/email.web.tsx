import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'

export const EmailField = (props: QuestionFieldProps) => <Line {...props} type="email" spellCheck={false} autoCapitalize="none" />

import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'

export const UpnField = (props: QuestionFieldProps) => <Line {...props} width={20} spellCheck={false} autoCapitalize="characters" />

import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'

export const UlnField = (props: QuestionFieldProps) => <Line {...props} inputMode="numeric" width={20} spellCheck={false} />

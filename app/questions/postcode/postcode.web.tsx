import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'

export const PostcodeField = (props: QuestionFieldProps) => <Line {...props} width={10} spellCheck={false} autoCapitalize="characters" />

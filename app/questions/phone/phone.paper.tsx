import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'

export const PhonePaper = (props: QuestionPaperProps) => <LineBoxes {...props} width="medium" maxLength={100} />

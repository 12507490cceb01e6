import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'

export const EmailPaper = (props: QuestionPaperProps) => <LineBoxes {...props} maxLength={254} />

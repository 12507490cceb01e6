import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'

export const NumberPaper = (props: QuestionPaperProps) => <LineBoxes {...props} width="short" maxLength={20} />

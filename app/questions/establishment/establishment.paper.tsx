import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'

/** One line: staff find the school in the register when they type it in. */
export const EstablishmentPaper = (props: QuestionPaperProps) => <LineBoxes {...props} maxLength={300} />

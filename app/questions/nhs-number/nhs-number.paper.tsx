import { CombBoxes } from '../comb.paper'
import type { QuestionPaperProps } from '../field.paper'

/** As the NHS prints it: 943 476 5919. */
export const NhsNumberPaper = (props: QuestionPaperProps) => <CombBoxes {...props} groups={[3, 3, 4]} />

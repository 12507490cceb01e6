import { CombBoxes } from '../comb.paper'
import type { QuestionPaperProps } from '../field.paper'

export const UlnPaper = (props: QuestionPaperProps) => <CombBoxes {...props} groups={[10]} />

import { CombBoxes } from '../comb.paper'
import type { QuestionPaperProps } from '../field.paper'

/** Seven letters and numbers at most, and a space. */
export const PostcodePaper = (props: QuestionPaperProps) => <CombBoxes {...props} groups={[8]} />

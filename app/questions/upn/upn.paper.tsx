import { CombBoxes } from '../comb.paper'
import type { QuestionPaperProps } from '../field.paper'

export const UpnPaper = (props: QuestionPaperProps) => <CombBoxes {...props} groups={[13]} />

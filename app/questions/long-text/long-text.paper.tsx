import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'
import { longTextMax, type LongTextSettings } from './long-text'

// There is always more room on the extra sheets.
const ASKED_LINES = 5
const OPTIONAL_LINES = 3

export function LongTextPaper(props: QuestionPaperProps) {
  const { max = longTextMax } = props.view.settings as LongTextSettings
  return <LineBoxes {...props} lines={props.view.need === 'optional' ? OPTIONAL_LINES : ASKED_LINES} maxLength={max} grows />
}

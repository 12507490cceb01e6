import type { QuestionPaperProps } from '../field.paper'
import { LineBoxes } from '../line.paper'
import type { TextSettings } from './text'

const LINE = 350

const MOST_LINES = 4

/** As many lines as a full answer takes, more or less. */
export const linesOf = ({ max = 200 }: TextSettings): number => Math.min(MOST_LINES, Math.ceil(max / LINE))

export function TextPaper(props: QuestionPaperProps) {
  const { max = 200, width } = props.view.settings as TextSettings
  return <LineBoxes {...props} lines={linesOf({ max })} maxLength={max} {...(width && { width })} />
}

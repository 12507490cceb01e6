import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'
import type { TextSettings } from './text'

const widths = { full: undefined, medium: 20, short: 10 } as const

export function TextField(props: QuestionFieldProps) {
  const { width = 'full' } = props.view.settings as TextSettings
  return <Line {...props} width={widths[width]} dir="auto" spellCheck={false} />
}

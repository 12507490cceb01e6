import type { QuestionFieldProps } from '../field.web'
import { Line } from '../line.web'
import type { NumberSettings } from './number'

export function NumberField(props: QuestionFieldProps) {
  const { unit } = props.view.settings as NumberSettings
  const sign = unit && props.view.words[unit]
  return <Line {...props} inputMode="decimal" spellCheck={false} width={10} {...(unit === 'pounds' ? { prefix: sign } : { suffix: sign })} />
}

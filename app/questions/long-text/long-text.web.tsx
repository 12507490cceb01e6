import { CharacterCount } from '~/ui/character-count'
import { boxProps, labelProps, NotSaidBoxes, questionProps, type QuestionFieldProps } from '../field.web'
import { textIn } from '../reading'
import { longTextMax, type LongTextSettings } from './long-text'

export function LongTextField(props: QuestionFieldProps) {
  const { view, typed, problem } = props
  const { max = longTextMax } = view.settings as LongTextSettings
  const leftText = (left: number) => (view.words[left < 0 ? 'over' : 'left'] ?? '').replace('{{number}}', String(Math.abs(left)))
  return (
    <>
      <CharacterCount
        {...questionProps(props)}
        {...boxProps(props, '')}
        label={view.label}
        labelProps={labelProps(props)}
        defaultValue={textIn(typed, '')}
        rows={8}
        dir="auto"
        spellCheck
        limit={max}
        limitText={view.words['limit']}
        leftText={leftText}
        threshold={75}
        aria-invalid={problem ? true : undefined}
      />
      <NotSaidBoxes {...props} />
    </>
  )
}

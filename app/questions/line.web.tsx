import { Input, type InputProps } from '~/ui/input'
import { boxProps, labelProps, NotSaidBoxes, questionProps, type QuestionFieldProps } from './field.web'
import { textIn } from './reading'

type LineProps = QuestionFieldProps &
  Pick<InputProps, 'type' | 'inputMode' | 'dir' | 'spellCheck' | 'autoCapitalize' | 'width' | 'prefix' | 'suffix'>

/** Draws every kind with one box and one line of text. */
export function Line({ view, typed, problem, heading, intro, register, ...input }: LineProps) {
  const props = { view, typed, problem, heading, intro, register }
  const { autocomplete } = view.settings as { autocomplete?: string }
  return (
    <>
      <Input
        {...input}
        {...questionProps(props)}
        {...boxProps(props, '')}
        label={view.label}
        labelProps={labelProps(props)}
        defaultValue={textIn(typed, '')}
        autoComplete={autocomplete}
        aria-invalid={problem ? true : undefined}
      />
      <NotSaidBoxes {...props} />
    </>
  )
}

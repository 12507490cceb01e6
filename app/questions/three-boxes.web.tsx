import { DateInput } from '~/ui/date-input'
import { dateBoxes } from './calendar-boxes'
import { boxProps, fieldsetProps, NotSaidBoxes, questionProps, type QuestionFieldProps } from './field.web'
import { textIn } from './reading'

/** Draws a date as day, month and year. No spin buttons, no picker: people know these dates by heart. */
export function ThreeBoxes(props: QuestionFieldProps) {
  const { view, typed, problem } = props
  return (
    <>
      <DateInput
        {...questionProps(props)}
        id={view.id}
        fieldset={fieldsetProps(props)}
        parts={dateBoxes.map(({ name }) => ({
          ...boxProps(props, name),
          label: view.boxes[name],
          width: name === 'year' ? 4 : 2,
          defaultValue: textIn(typed, name),
          autoComplete: 'off',
          ...(problem && { hasError: problem.box === name, 'aria-invalid': problem.box === name || undefined }),
        }))}
      />
      <NotSaidBoxes {...props} />
    </>
  )
}

import { useLook } from '~/paper/kit/form/look'
import { fitsInRow, Ticks } from '~/paper/kit/form/ticks'
import { groupOf, type QuestionPaperProps } from './field.paper'

/** Every kind whose answer is one of a few: its options, then the ways to give no answer. Ticking one clears the others. */
export function OneOption(props: QuestionPaperProps) {
  const look = useLook()
  const options = groupOf(props, props.view.options ?? [], '')
  const reasons = groupOf(props, props.view.notSaid, '')
  if (reasons.length === 0 || fitsInRow([...options, ...reasons], look)) return <Ticks ticks={[...options, ...reasons]} />
  return (
    <>
      <Ticks ticks={options} />
      <Ticks ticks={reasons} />
    </>
  )
}

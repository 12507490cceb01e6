import { Ticks } from '~/paper/kit/form/ticks'
import { NotSaidTicks, ticksOf, type QuestionPaperProps } from '../field.paper'

/** Each option is a field of its own: any of them can be ticked. */
export function ChoicesPaper(props: QuestionPaperProps) {
  return (
    <>
      <Ticks ticks={ticksOf(props, props.view.options ?? [])} />
      <NotSaidTicks {...props} />
    </>
  )
}

import { NOT_SAID } from '~/engine/read-page'
import type { Place } from '~/paper/kit/form/boxes'
import { Ticks, type Tick } from '~/paper/kit/form/ticks'
import type { OptionView, QuestionView } from './view'

export interface QuestionPaperProps {
  readonly view: QuestionView
  /** The name of the field of a box, in a form that is typed in. */
  readonly nameOf: (box: string) => string
  /** What a screen reader says at a box: the question with its number, and the words of the box. */
  readonly labelOf: (words?: string) => string
}

/** Where a box of the question is filled in. */
export const placeOf = ({ view, nameOf, labelOf }: QuestionPaperProps, box: string): Place => ({ name: nameOf(box), label: labelOf(view.boxes[box]), ...required(view) })

const required = ({ need }: QuestionView) => need === 'required' && ({ isRequired: true } as const)

/** A box to tick for each of these answers, any of which may be ticked. */
export const ticksOf = ({ view, labelOf, nameOf }: QuestionPaperProps, options: readonly OptionView[]): readonly Tick[] =>
  options.map(({ value, label, hint }) => ({ value, text: label, hint, name: nameOf(value), label: labelOf(label), ...required(view) }))

/** The same for answers of which only one may be ticked, into the same box. */
export const groupOf = (props: QuestionPaperProps, options: readonly OptionView[], box: string): readonly Tick[] =>
  ticksOf(props, options).map((tick) => ({ ...tick, name: props.nameOf(box), group: props.labelOf() }))

/** "I do not know" and "I would rather not say", after what is written or ticked. */
export function NotSaidTicks(props: QuestionPaperProps) {
  const { notSaid } = props.view
  return notSaid.length > 0 ? <Ticks ticks={groupOf(props, notSaid, NOT_SAID)} /> : null
}

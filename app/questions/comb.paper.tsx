import { Comb } from '~/paper/kit/form/boxes'
import { NotSaidTicks, placeOf, type QuestionPaperProps } from './field.paper'

/** A number that others gave out: a cell for each sign, then the ways to give no answer. */
export function CombBoxes({ groups, ...props }: QuestionPaperProps & { readonly groups: readonly number[] }) {
  return (
    <>
      <Comb {...placeOf(props, '')} groups={groups} />
      <NotSaidTicks {...props} />
    </>
  )
}

import { WritingBox, type BoxWidth } from '~/paper/kit/form/boxes'
import { NotSaidTicks, placeOf, type QuestionPaperProps } from './field.paper'

interface LineBoxes extends QuestionPaperProps {
  readonly lines?: number
  readonly width?: BoxWidth
  readonly maxLength?: number
  readonly grows?: boolean
}

/** One box for words, then the ways to give no answer. */
export function LineBoxes({ lines, width, maxLength, grows = false, ...props }: LineBoxes) {
  return (
    <>
      <WritingBox {...placeOf(props, '')} {...(lines !== undefined && { lines })} {...(width !== undefined && { width })} maxLength={maxLength} grows={grows} />
      <NotSaidTicks {...props} />
    </>
  )
}

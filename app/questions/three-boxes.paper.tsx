import { Comb } from '~/paper/kit/form/boxes'
import { BoxName, Row } from '~/paper/kit/form/parts'
import { View } from '~/paper/kit/tagged'
import { dateBoxes } from './calendar-boxes'
import { NotSaidTicks, placeOf, type QuestionPaperProps } from './field.paper'

/** A date as day, month and year. */
export function ThreeBoxes(props: QuestionPaperProps) {
  return (
    <>
      <Row>
        {dateBoxes.map(({ name }) => (
          <View key={name} style={{ marginTop: 6 }}>
            <BoxName>{props.view.boxes[name] ?? ''}</BoxName>
            <Comb {...placeOf(props, name)} groups={[name === 'year' ? 4 : 2]} />
          </View>
        ))}
      </Row>
      <NotSaidTicks {...props} />
    </>
  )
}

import type { ReactNode } from 'react'
import { Comb, combWidth, WritingBox } from '~/paper/kit/form/boxes'
import { useLook } from '~/paper/kit/form/look'
import { BoxName, Row, ROW_GAP } from '~/paper/kit/form/parts'
import { Ticks } from '~/paper/kit/form/ticks'
import { View } from '~/paper/kit/tagged'
import { NotSaidTicks, placeOf, type QuestionPaperProps } from '../field.paper'

// Seven letters and numbers at most, and a space.
const POSTCODE = [8]

export function AddressPaper(props: QuestionPaperProps) {
  const { boxes, words } = props.view
  const { width, shape } = useLook()
  const ticks = (['noFixedAddress', 'private'] as const).map((name) => ({ ...placeOf(props, name), value: 'yes', text: boxes[name] ?? '', hint: words[name] }))
  return (
    <>
      <Named name={boxes['lines']}>
        <WritingBox {...placeOf(props, 'lines')} lines={3} />
      </Named>
      <Row>
        <Named name={boxes['town']}>
          <WritingBox {...placeOf(props, 'town')} width={width - ROW_GAP - combWidth(POSTCODE, shape)} />
        </Named>
        <Named name={boxes['postcode']}>
          <Comb {...placeOf(props, 'postcode')} groups={POSTCODE} />
        </Named>
      </Row>
      <Ticks ticks={ticks} />
      <NotSaidTicks {...props} />
    </>
  )
}

const Named = ({ name = '', children }: { readonly name: string | undefined; readonly children: ReactNode }) => (
  <View style={{ marginTop: 6 }}>
    <BoxName>{name}</BoxName>
    {children}
  </View>
)

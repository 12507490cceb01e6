import { screensOf } from '~/engine/screen'
import { Comb, WritingBox } from '../kit/form/boxes'
import type { Block } from '../kit/form/pages'
import { BoxName, Numbered, PartHead } from '../kit/form/parts'
import type { Blank } from './blank-of'

const SHEETS = 2
const ANSWERS = 2
const LINES = 6

type ExtraBox = 'name' | 'born' | `question-${number}` | `more-${number}`
/** The name of a field of an extra sheet. */
export const extraName = (sheet: number, box: ExtraBox): string => `extra-${sheet}-${box}`
/** Every answer on the extra sheets. */
export const extraAnswers = Array.from({ length: SHEETS * ANSWERS }, (_, index) => ({ sheet: 1 + Math.floor(index / ANSWERS), answer: 1 + (index % ANSWERS) }))

/** Room for more people and for what does not fit into its box. */
export const extraBlocks = ({ say }: Blank): readonly Block[] =>
  extraAnswers.map(({ sheet, answer }) => {
    const place = (box: ExtraBox, words: string) => ({ name: extraName(sheet, box), label: say('extra.field', { sheet, words }) })
    const isFirst = answer === 1
    return {
      key: extraName(sheet, `more-${answer}`),
      within: { type: 'Sect' },
      startsPage: isFirst,
      grows: true,
      content: (
        <>
          {isFirst && (
            <>
              <PartHead title={say('extra.heading', { number: sheet })} note={say('extra.text')} />
              <BoxName>{say('extra.name')}</BoxName>
              <WritingBox {...place('name', say('extra.name'))} width="medium" />
              <BoxName>{say('extra.born')}</BoxName>
              <WritingBox {...place('born', say('extra.born'))} width="short" />
            </>
          )}
          <BoxName>{say('extra.question')}</BoxName>
          <Comb {...place(`question-${answer}`, say('extra.question'))} groups={[4]} />
          <BoxName>{say('extra.more')}</BoxName>
          <WritingBox {...place(`more-${answer}`, say('extra.more'))} lines={LINES} grows />
        </>
      ),
    }
  })

/** Why each question is asked: at the end, so that the questions stand alone. The same reason is given once. */
export function whyBlocks({ form, said, say, words, numberOf }: Blank): readonly Block[] {
  const reasons = new Map<string, string[]>()
  // An item that is asked on the page of the list has its reason there.
  for (const { page } of screensOf(form).filter(({ page, list }) => page.id !== list?.id)) {
    const { why } = said.page(page)
    const [first = '', ...rest] = page.questions.map(({ id }) => numberOf(id))
    reasons.set(why, [...(reasons.get(why) ?? []), rest.length > 0 ? say('why.numbers', { first, last: rest.at(-1) ?? '' }) : first])
  }
  const within = { type: 'Sect' } as const
  const list = { type: 'L', within } as const
  return [
    { key: 'why', within, startsPage: true, content: <PartHead title={say('why.heading')} note={say('why.text')} /> },
    ...[...reasons].map(([text, numbers]) => ({ key: `why ${text}`, within: list, content: <Numbered number={words.list(numbers)} text={text} /> })),
  ]
}

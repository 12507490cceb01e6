import { ButtonLink } from '~/ui/button'
import { PhoneLink } from '~/ui/phone-link'
import type start from '../../../locales/en/start.json'
import { HelpLines, type HelpLine } from './help-lines'
import { Passage, type PassageWords } from './passage'

export interface ResultView {
  readonly heading: string
  readonly words: (typeof start)['result']
  /** What fits the answers. */
  readonly notes: readonly PassageWords[]
  readonly form: string
  readonly phone: string
  readonly localOffer: string
  readonly free: readonly HelpLine[]
}

/** The end of the check, the same for everyone but for the notes: the way on, and help that needs no plan. */
export const CheckResult = ({ view: { heading, words, notes, form, phone, localOffer, free } }: { view: ResultView }) => (
  <>
    <h1 className="govuk-heading-l">{heading}</h1>
    <p className="govuk-body-l">{words.lead}</p>
    {notes.map((note) => (
      <Passage key={note.heading} words={note} />
    ))}
    <ButtonLink href={form}>{words.continue}</ButtonLink>
    <p className="govuk-body">
      {words.talk} <PhoneLink number={phone} />
    </p>
    <Passage words={words.area} />
    <Passage words={words.without}>
      <p className="govuk-body">
        <a className="govuk-link" href={localOffer}>
          {words.without.localOffer}
        </a>
      </p>
      <HelpLines lines={free} />
    </Passage>
  </>
)

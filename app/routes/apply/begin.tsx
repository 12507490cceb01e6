import { Button } from '~/ui/button'
import { LinkList } from '~/ui/link-list'
import { TextList } from '~/ui/text-list'
import type apply from '../../../locales/en/apply.json'
import { PaperForms, type PaperFormsView } from '../pages/paper-forms'

export interface BeginView {
  readonly words: (typeof apply)['begin']
  /** How long answers are kept, and what to do on a shared computer. */
  readonly kept: readonly string[]
  /** What must be there to send it. */
  readonly minimum: readonly string[]
  readonly csrf: string
  /** However often the button is pressed, it begins one draft. */
  readonly key: string
  readonly paper: PaperFormsView
  readonly drafts: readonly { readonly href: string; readonly text: string }[]
}

/** What to know before beginning; what was begun already comes first. */
export const Begin = ({ view: { words, kept, minimum, csrf, key, paper, drafts } }: { view: BeginView }) => (
  <div className="govuk-grid-row">
    <div className="govuk-grid-column-two-thirds">
      <h1 className="govuk-heading-l">{words.heading}</h1>
      {drafts.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{words.drafts}</h2>
          <LinkList links={drafts} />
        </>
      ) : null}
      <p className="govuk-body">{words.intro}</p>
      <p className="govuk-body">{words.minimum}</p>
      <TextList texts={minimum} />
      <p className="govuk-body">{words.saving}</p>
      {kept.map((text) => (
        <p key={text} className="govuk-body">
          {text}
        </p>
      ))}
      <form method="post">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={key} />
        <Button start={drafts.length === 0} variant={drafts.length > 0 ? 'secondary' : undefined}>
          {drafts.length > 0 ? words.another : words.start}
        </Button>
      </form>
      <PaperForms view={paper} />
    </div>
  </div>
)

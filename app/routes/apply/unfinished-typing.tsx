import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'

export interface UnfinishedView {
  readonly heading: string
  readonly list: readonly { readonly text: string; readonly href: string }[]
}

/** What is typed and not saved as an answer, with the way to each page where it stands. */
export const UnfinishedTyping = ({ unfinished: { heading, list } }: { unfinished: UnfinishedView }) =>
  list.length > 0 ? (
    <InsetText>
      <p className="govuk-body">{heading}</p>
      <LinkList isBulleted links={list} />
    </InsetText>
  ) : null

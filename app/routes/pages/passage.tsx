import { TextList } from '~/ui/text-list'
import type { ReactNode } from 'react'

export interface PassageWords {
  readonly heading: string
  readonly text?: readonly string[] | undefined
  readonly list?: readonly string[] | undefined
}

/** A heading with what is said under it: paragraphs, then a list, then anything else. */
export const Passage = ({ words: { heading, text = [], list = [] }, level = 2, children }: { words: PassageWords; level?: 2 | 3; children?: ReactNode }) => {
  const Heading = `h${level}` as const
  return (
    <>
      <Heading className={level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'}>{heading}</Heading>
      <Paragraphs text={text} />
      {list.length > 0 ? (
        <TextList texts={list} />
      ) : null}
      {children}
    </>
  )
}

export const Paragraphs = ({ text }: { text: readonly string[] }) => (
  <>
    {text.map((paragraph) => (
      <p key={paragraph} className="govuk-body">
        {paragraph}
      </p>
    ))}
  </>
)

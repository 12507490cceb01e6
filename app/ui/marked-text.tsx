import { Fragment, type ReactNode } from 'react'
import { EmailLink } from './email-link'
import { Due } from './now-card'
import { PhoneLink } from './phone-link'

/** Words to set apart wherever they stand in a text: a date by which something is due, or a way to reach someone. */
export interface Mark {
  readonly kind: 'due' | 'phone' | 'email'
  readonly text: string
}

const shown: Readonly<Record<Mark['kind'], (text: string) => ReactNode>> = {
  due: (text) => <Due>{text}</Due>,
  phone: (text) => <PhoneLink number={text} />,
  email: (text) => <EmailLink address={text} />,
}

/** A sentence with its dates in bold, and its numbers and addresses as links. */
export const MarkedText = ({ text, marks }: { text: string; marks: readonly Mark[] }) => (
  <>
    {partsOf(text, marks).map((part, index) => (
      <Fragment key={index}>{typeof part === 'string' ? part : shown[part.kind](part.text)}</Fragment>
    ))}
  </>
)

function partsOf(text: string, marks: readonly Mark[]): readonly (string | Mark)[] {
  const [mark, ...others] = marks
  if (!mark) return [text]
  return text.split(mark.text).flatMap((part, index) => [...(index > 0 ? [mark] : []), ...partsOf(part, others)])
}

export type PhoneLinkProps = { number: string }

/** A phone number that a phone can ring. It keeps its own direction among words of another, and stays on one line where one has room. */
export const PhoneLink = ({ number }: PhoneLinkProps) => (
  <a className="govuk-link wm-phone" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
    <bdi dir="ltr">{number}</bdi>
  </a>
)

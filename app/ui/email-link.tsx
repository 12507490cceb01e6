import { Fragment } from 'react'

/** An address to write to. It keeps its own direction among words of another, and may break before its @ and its dots. */
export const EmailLink = ({ address }: { address: string }) => (
  <a className="govuk-link" href={`mailto:${address}`}>
    <bdi dir="ltr">
      {address.split(/(?=[@.])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </bdi>
  </a>
)

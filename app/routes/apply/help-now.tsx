import { InsetText } from '~/ui/inset-text'
import { PhoneLink } from '~/ui/phone-link'
import type { PageView } from './page-view.server'

/** Where to get help now, for whoever has just typed words that may mean danger. It promises nothing, and stops nobody. */
export const HelpNow = ({ help: { heading, saved, lines, after } }: { help: NonNullable<PageView['helpNow']> }) => (
  <InsetText role="region" aria-labelledby="help-now">
    <h2 id="help-now" className="govuk-heading-m">
      {heading}
    </h2>
    <p className="govuk-body">{saved}</p>
    <ul className="govuk-list">
      {lines.map(({ before, number }) => (
        <li key={number}>
          {before} <PhoneLink number={number} />
        </li>
      ))}
    </ul>
    <p className="govuk-body">{after}</p>
  </InsetText>
)

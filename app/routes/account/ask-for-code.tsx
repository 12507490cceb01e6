import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import type account from '../../../locales/en/account.json'
import { ClaimField } from './claim-field'
import type { ClaimView } from './claim.server'

export interface AskForCodeView {
  readonly words: (typeof account)['code']
  readonly csrf: string
  /** Where to go on after signing in. */
  readonly next: string
  /** Where another code can be asked for. */
  readonly again: string
  readonly claim: ClaimView | null
  readonly isDemo: boolean
  readonly problem: { readonly title: string; readonly text: string } | null
}

/** The code that was emailed. */
export const AskForCode = ({ view: { words, csrf, next, again, claim, isDemo, problem } }: { view: AskForCodeView }) => (
  <div className="govuk-grid-row">
    <div className="govuk-grid-column-two-thirds">
      {problem ? <ErrorSummary title={problem.title} focusOnMount errors={[{ message: problem.text, href: '#code' }]} /> : null}
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body">{words.intro}</p>
      {isDemo ? <p className="govuk-body">{words.demo}</p> : null}
      <form method="post" action="/sign-in/code" noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="next" value={next} />
        <Input
          name="code"
          label={words.label}
          hint={words.hint}
          error={problem?.text}
          errorPrefix={problem?.title}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
          spellCheck={false}
        />
        {claim ? <ClaimField view={claim} /> : null}
        <Button>{words.continue}</Button>
      </form>
      <p className="govuk-body">{words.slow}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={again}>
          {words.again}
        </a>
      </p>
    </div>
  </div>
)

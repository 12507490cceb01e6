import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import { InsetText } from '~/ui/inset-text'
import type account from '../../../locales/en/account.json'

export interface AskForEmailView {
  readonly words: (typeof account)['signIn']
  readonly csrf: string
  /** Where to go on after signing in. */
  readonly next: string
  /** They were signed in for too long without doing anything. */
  readonly ended: boolean
  readonly problem: { readonly title: string; readonly text: string } | null
  readonly typed: string
}

/** Where a code is to be sent to. */
export const AskForEmail = ({ view: { words, csrf, next, ended, problem, typed } }: { view: AskForEmailView }) => (
  <div className="govuk-grid-row">
    <div className="govuk-grid-column-two-thirds">
      {problem ? <ErrorSummary title={problem.title} focusOnMount errors={[{ message: problem.text, href: '#email' }]} /> : null}
      {ended ? <InsetText>{words.ended}</InsetText> : null}
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body">{words.intro}</p>
      <form method="post" action="/sign-in" noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="next" value={next} />
        <Input
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          error={problem?.text}
          errorPrefix={problem?.title}
          autoComplete="email"
          spellCheck={false}
          defaultValue={typed}
        />
        <Button>{words.send}</Button>
      </form>
      <p className="govuk-body">{words.noEmail}</p>
    </div>
  </div>
)

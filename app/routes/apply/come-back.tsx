import { Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { Input } from '~/ui/input'
import { PhoneLink } from '~/ui/phone-link'
import type apply from '../../../locales/en/apply.json'

export interface ComeBackProps {
  readonly words: (typeof apply)['save']
  readonly csrf: string
  /** Where to go on after signing in. */
  readonly next: string
  readonly print: string
  readonly phone: string
  readonly post: readonly string[]
}

/** How somebody without an account comes back: by an emailed code; or, without email, with a printed copy or by phone. */
export const ComeBack = ({ words, csrf, next, print, phone, post }: ComeBackProps) => (
  <>
    <form method="post" action="/sign-in" noValidate aria-label={words.sendCode}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="next" value={next} />
      <Input name="email" type="email" label={words.emailLabel} hint={words.emailHint} autoComplete="email" spellCheck={false} errorPrefix="" />
      <Button>{words.sendCode}</Button>
    </form>
    <Details summary={words.noEmail}>
      <p className="govuk-body">{words.noEmailText}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href={print}>
            {words.noEmailPrint}
          </a>
        </li>
        <li>
          {words.noEmailPhone} <PhoneLink number={phone} />
        </li>
      </ul>
      <p className="govuk-body">
        {words.post}
        {post.map((line) => (
          <span key={line}>
            <br />
            {line}
          </span>
        ))}
      </p>
    </Details>
  </>
)

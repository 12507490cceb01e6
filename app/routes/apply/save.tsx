import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { Button, ButtonLink } from '~/ui/button'
import { LinkList } from '~/ui/link-list'
import type apply from '../../../locales/en/apply.json'
import { helpShown } from '../help-after.server'
import { pageTitle } from '../page-title'
import { PaperForms } from '../pages/paper-forms'
import { paperFormsOf } from '../pages/paper-forms.server'
import { titleOf, shown } from '../responses.server'
import { applying, isClosed, requestPath } from './apply.server'
import { ComeBack } from './come-back'
import { HelpNow } from './help-now'
import { UnfinishedTyping } from './unfinished-typing'
import { unfinishedViewOf } from './unfinished-view.server'

export const meta = pageTitle

/** "Save and come back later": what is kept, for how long, and how to come back, with an email address or without. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await applying(args, 'read')
  const { visit, services, config } = context
  const person = await services.store.person(open.actor)
  const phone = config.council.phone
  const words = visit.words.tree<(typeof apply)['save']>('apply:save', {
    reference: open.reference,
    draftDays: DRAFT_DAYS,
    guestDays: GUEST_DRAFT_DAYS,
    phone,
    email: person?.email ?? '',
  })
  return shown({
    title: titleOf(context, words.heading),
    words,
    helpNow: helpShown(context, args.request, open.form.schoolWhen ? 'helpNowAtSchool' : 'helpNow', 'afterLeaving'),
    unfinished: await unfinishedViewOf(context, open),
    isSignedIn: Boolean(person),
    kept: words.kept[person ? 'person' : 'guest'][open.application.sentAt ? 'sent' : 'draft'],
    phone,
    post: config.council.post,
    csrf: visit.csrf(),
    next: open.path(),
    print: `/applications/${open.reference}/print`,
    carryOn: (await isClosed(context, open)) ? null : open.path(open.journey.firstUnfinished?.id),
    follow: open.application.sentAt ? { text: visit.words.text('apply:sent.follow'), href: requestPath(open.reference) } : null,
    paper: await paperFormsOf(context, open.form.id),
  })
}

export default function SavePage() {
  const { words, helpNow, unfinished, isSignedIn, kept, phone, post, csrf, next, print, carryOn, follow, paper } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">
          {words.saved} {words.reference}
        </p>
        {helpNow ? <HelpNow help={helpNow} /> : null}
        <UnfinishedTyping unfinished={unfinished} />
        {kept.map((text) => (
          <p key={text} className="govuk-body">
            {text}
          </p>
        ))}
        {isSignedIn ? null : <ComeBack words={words} csrf={csrf} next={next} print={print} phone={phone} post={post} />}
        {follow ? <LinkList links={[follow]} /> : null}
        {carryOn ? (
          <ButtonLink variant="secondary" href={carryOn}>
            {words.carryOn}
          </ButtonLink>
        ) : null}
        <form method="post" action="/sign-out" aria-label={isSignedIn ? undefined : words.clear}>
          <input type="hidden" name="csrf" value={csrf} />
          <p className="govuk-body">{isSignedIn ? words.sharedHelp : words.clearHelp}</p>
          <Button variant="secondary">{isSignedIn ? words.signOut : words.clear}</Button>
        </form>
        <PaperForms view={paper} />
      </div>
    </div>
  )
}

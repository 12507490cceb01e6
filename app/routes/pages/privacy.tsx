import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { nameIn, wordsOf } from '~/engine/naming'
import { forms } from '~/forms'
import { SummaryList } from '~/ui/summary-list'
import type privacy from '../../../locales/en/privacy.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { HelpLines } from './help-lines'
import { councilLines, nationalLines } from './help-lines.server'
import { Paragraphs, Passage } from './passage'
import { privacyFactsOf, type PrivacyFacts } from './privacy-facts'

export const meta = pageTitle

/** The privacy notice (UK GDPR Art 13). Who sees what is read from the forms themselves. */
export function loader({ context }: LoaderFunctionArgs) {
  const { council } = context.config
  const { words } = context.visit
  const said = words.tree<typeof privacy>('privacy', { council: council.name, draftDays: DRAFT_DAYS, guestDays: GUEST_DRAFT_DAYS })
  const { audience, less, kinds } = said.who
  const special = (list: PrivacyFacts['special']) => words.text('privacy:who.special', { kinds: words.list(list.map((each) => kinds[each])) })
  const whoSees = forms.map((form) => {
    const named = wordsOf(form, words, nameIn(form, () => undefined, words))
    return {
      title: named.title(),
      rows: privacyFactsOf(form).map((facts) => ({
        label: named.section(facts.section),
        text: [audience[facts.sees], ...(facts.someOnlyCouncil ? [less] : []), ...(facts.special.length > 0 ? [special(facts.special)] : [])],
      })),
    }
  })
  return shown({
    title: titleOf(context, said.heading),
    words: said,
    whoSees,
    contacts: [...councilLines(context), { ...said.complain.council, website: council.complaints }, ...nationalLines(context, ['regulator'])],
  })
}

export default function PrivacyPage() {
  const { words, whoSees, contacts } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <Paragraphs text={words.intro} />
      <Passage words={words.law} />
      <Passage words={words.who} />
      {whoSees.map(({ title, rows }) => (
        <Passage key={title} words={{ heading: title }} level={3}>
          <SummaryList rows={rows.map(({ label, text }) => ({ label, value: <Paragraphs text={text} /> }))} />
        </Passage>
      ))}
      <Passage words={words.safe} />
      <Passage words={words.kept} />
      <Passage words={words.rights} />
      <Paragraphs text={words.rights.after} />
      <Passage words={words.noWatching} />
      <Passage words={words.complain}>
        <HelpLines lines={contacts} />
      </Passage>
    </>
  )
}

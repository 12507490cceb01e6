import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { nameIn, wordsOf } from '~/engine/naming'
import { forms } from '~/forms'
import { Table } from '~/ui/table'
import type privacy from '../../../locales/en/privacy.json'
import { pageTitle } from '../page-title'
import { titleOf } from '../responses.server'
import { HelpLines } from './help-lines'
import { councilLines, nationalLines } from './help-lines.server'
import { Paragraphs, Passage } from './passage'
import { privacyFactsOf } from './privacy-facts'

export const meta = pageTitle

/** The privacy notice (UK GDPR Art 13). Who sees what is read from the forms themselves. */
export function loader({ context }: LoaderFunctionArgs) {
  const { council } = context.config
  const { words } = context.visit
  const said = words.tree<typeof privacy>('privacy', { council: council.name, draftDays: DRAFT_DAYS, guestDays: GUEST_DRAFT_DAYS })
  const { audience, less, kinds, none } = said.who
  const tables = forms.map((form) => {
    const named = wordsOf(form, words, nameIn(form, {}, words))
    return {
      caption: named.title(),
      rows: privacyFactsOf(form).map(({ section, sees, someSeenByFewer, special }) => [
        named.section(section),
        `${audience[sees]}.${someSeenByFewer ? ` ${less}` : ''}`,
        special.length > 0 ? words.list(special.map((each) => kinds[each])) : none,
      ]),
    }
  })
  return json({
    title: titleOf(context, said.heading),
    words: said,
    tables,
    contacts: [...councilLines(context), { name: said.complain.link, website: council.complaints }, ...nationalLines(context, ['regulator'])],
  })
}

export default function PrivacyPage() {
  const { words, tables, contacts } = useLoaderData<typeof loader>()
  const head = [words.who.part, words.who.sees, words.who.special].map((children) => ({ children }))
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <Paragraphs text={words.intro} />
      <Passage words={words.law} />
      <Passage words={words.who} />
      {tables.map(({ caption, rows }) => (
        <Table
          key={caption}
          caption={caption}
          captionClassName="govuk-table__caption--s"
          head={head}
          rows={rows.map((row) => row.map((children) => ({ children })))}
          firstCellIsHeader
        />
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

import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { Table } from '~/ui/table'
import { PERSON_IDLE_MINUTES } from '~/visit.server'
import type cookies from '../../../locales/en/cookies.json'
import { pageTitle } from '../page-title'
import { titleOf } from '../responses.server'
import { Paragraphs, Passage } from './passage'

export const meta = pageTitle

/** The two cookies there are. Both are needed, so there is nothing to agree to (Privacy and Electronic Communications Regulations 2003 reg 6(4)). */
export function loader({ context }: LoaderFunctionArgs) {
  const words = context.visit.words.tree<typeof cookies>('cookies', { days: GUEST_DRAFT_DAYS, minutes: PERSON_IDLE_MINUTES })
  return json({ title: titleOf(context, words.heading), words })
}

export default function CookiesPage() {
  const { words } = useLoaderData<typeof loader>()
  const rows = [
    { name: '__Host-waymark', ...words.session },
    { name: '__Host-language', ...words.language },
  ]
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <Paragraphs text={words.intro} />
      <Table
        caption={words.caption}
        captionClassName="govuk-table__caption--m"
        head={[words.name, words.why, words.kept].map((children) => ({ children }))}
        rows={rows.map(({ name, why, kept }) => [{ children: <bdi>{name}</bdi> }, { children: why }, { children: kept }])}
        firstCellIsHeader
      />
      <Passage words={words.clear} />
    </>
  )
}

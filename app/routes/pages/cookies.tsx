import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { SummaryCard } from '~/ui/summary-list'
import { PERSON_IDLE_MINUTES } from '~/visit.server'
import type cookies from '../../../locales/en/cookies.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { Paragraphs, Passage } from './passage'

export const meta = pageTitle

/** The two cookies there are. Both are needed, so there is nothing to agree to (Privacy and Electronic Communications Regulations 2003 reg 6(4)). */
export function loader({ context }: LoaderFunctionArgs) {
  const words = context.visit.words.tree<typeof cookies>('cookies', { days: GUEST_DRAFT_DAYS, minutes: PERSON_IDLE_MINUTES })
  return shown({ title: titleOf(context, words.heading), words })
}

export default function CookiesPage() {
  const { words } = useLoaderData<typeof loader>()
  const both = [
    { name: '__Host-waymark', ...words.session },
    { name: '__Host-language', ...words.language },
  ]
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <Paragraphs text={words.intro} />
      <h2 className="govuk-heading-m">{words.caption}</h2>
      {both.map(({ name, why, kept }) => (
        <SummaryCard
          key={name}
          title={<bdi>{name}</bdi>}
          titleLevel={3}
          rows={[
            { label: words.why, value: why },
            { label: words.kept, value: kept },
          ]}
        />
      ))}
      <Passage words={words.clear} />
    </>
  )
}

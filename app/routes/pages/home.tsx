import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { serviceTitle } from '~/shell/shell.server'
import { ButtonLink } from '~/ui/button'
import { Details } from '~/ui/details'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { TextList } from '~/ui/text-list'
import type home from '../../../locales/en/home.json'
import { pageTitle } from '../page-title'
import { shown } from '../responses.server'
import { HelpLines } from './help-lines'
import { councilLines } from './help-lines.server'
import { PaperForms } from './paper-forms'
import { paperFormsOf } from './paper-forms.server'
import { Paragraphs, Passage } from './passage'

export const meta = pageTitle

/** The start page: what this is, who can ask, and that nobody needs this form to ask. Its heading is the name of the service. */
export async function loader({ context }: LoaderFunctionArgs) {
  const words = context.visit.words.tree<typeof home>('home')
  return shown({ title: serviceTitle(context), words, council: councilLines(context), paper: await paperFormsOf(context, 'parent-request') })
}

export default function HomePage() {
  const { words, council, paper } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body-l">{words.lead}</p>
      <p className="govuk-body">{words.plan}</p>
      <InsetText>
        <strong>{words.notNeeded}</strong> {words.sameByPhone}
      </InsetText>
      <Passage words={words.who} />
      <Details summary={words.young.heading}>
        <Paragraphs text={words.young.text} />
        <LinkList links={[{ href: '/apply/young-person-request', text: words.young.link }]} />
      </Details>
      <Details summary={words.school.heading}>
        <Paragraphs text={words.school.text} />
        <LinkList links={[{ href: '/apply/school-advice', text: words.school.link }]} />
      </Details>
      <ButtonLink start href="/start">
        {words.start}
      </ButtonLink>
      <Passage words={{ heading: words.saved.heading }}>
        <LinkList
          links={[
            { href: '/applications', text: words.saved.here },
            { href: '/sign-in?next=/applications', text: words.saved.signIn },
          ]}
        />
      </Passage>
      <Passage words={words.before} />
      <Passage words={words.need} />
      <Passage words={{ heading: words.after.heading }}>
        <TextList isNumbered texts={words.after.steps} />
        <Paragraphs text={words.after.text} />
      </Passage>
      <Passage words={words.other}>
        <HelpLines lines={council} />
      </Passage>
      <PaperForms view={paper} />
      <Passage words={words.free} />
    </>
  )
}

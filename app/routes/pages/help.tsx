import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WarningText } from '~/ui/warning-text'
import type help from '../../../locales/en/help.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { HelpLines } from './help-lines'
import { councilLines, nationalLines, sendiassLine } from './help-lines.server'
import { PaperForms } from './paper-forms'
import { paperFormsOf } from './paper-forms.server'
import { Passage } from './passage'

export const meta = pageTitle

/** Everyone a family can turn to: us, those on their side, those above us, and those who answer at night. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { council } = context.config
  const words = context.visit.words.tree<typeof help>('help')
  const { complaint, mediation } = words.disagree
  return shown({
    title: titleOf(context, words.heading),
    words,
    important: context.visit.words.text('common:important'),
    localOffer: council.localOffer,
    paper: await paperFormsOf(context, 'parent-request'),
    council: councilLines(context),
    free: [sendiassLine(context), ...nationalLines(context, ['ipsea', 'contact'])],
    disagree: [
      { ...council.mediation, what: mediation },
      ...nationalLines(context, ['tribunal']),
      { ...complaint, website: council.complaints },
      ...nationalLines(context, ['ombudsman']),
    ],
    hardTimes: nationalLines(context, ['emergency', 'health', 'samaritans', 'shout', 'childline', 'homeSafety']),
  })
}

export default function HelpPage() {
  const { words, important, localOffer, council, free, disagree, hardTimes, paper } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <WarningText iconText={important}>{words.danger}</WarningText>
      <Passage words={words.council}>
        <HelpLines lines={council} />
      </Passage>
      <Passage words={words.website} />
      <PaperForms view={paper} />
      <Passage words={words.formats} />
      <Passage words={words.free}>
        <HelpLines lines={free} />
      </Passage>
      <Passage words={words.without}>
        <p className="govuk-body">
          <a className="govuk-link" href={localOffer}>
            {words.without.localOffer}
          </a>
        </p>
      </Passage>
      <Passage words={words.disagree}>
        <HelpLines lines={disagree} />
      </Passage>
      <Passage words={words.hardTimes}>
        <HelpLines lines={hardTimes} />
      </Passage>
    </>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TextList } from '~/ui/text-list'
import type accessibility from '../../../locales/en/accessibility.json'
import type law from '../../../locales/en/law.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { HelpLines } from './help-lines'
import { councilLines, nationalLines } from './help-lines.server'
import { Paragraphs, Passage } from './passage'

export const meta = pageTitle

/** When its words were last looked over against the website. */
const PREPARED_ON = '2026-11-26'

/** The statement that SI 2018/952 reg 8 asks for, which gives some of its words. It claims no test with people until the council has set the date of one. */
export function loader({ context }: LoaderFunctionArgs) {
  const { config, visit } = context
  const testedOn = config.accessibilityTestedOn
  const words = visit.words.tree<typeof accessibility>('accessibility', {
    service: visit.words.text('common:service'),
    council: config.council.name,
    preparedOn: visit.words.date(PREPARED_ON),
    date: testedOn ? visit.words.date(testedOn) : '',
  })
  const { tested, untested } = words.state
  return shown({
    title: titleOf(context, words.heading),
    words,
    given: visit.words.tree<(typeof law)['accessibility']>('law:accessibility', { council: config.council.name }),
    state: testedOn ? tested : untested,
    council: councilLines(context),
    equality: nationalLines(context, ['equality']),
  })
}

export default function AccessibilityPage() {
  const { words, given, state, council, equality } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <Paragraphs text={words.intro} />
      <TextList texts={words.can} />
      <p className="govuk-body">{words.plain}</p>
      <Passage words={{ heading: words.state.heading, text: state }} />
      <Passage words={words.problems} level={3} />
      <Passage words={words.contact}>
        <HelpLines lines={council} />
      </Passage>
      <Passage words={words.law}>
        <Paragraphs text={given.enforcement} />
        <HelpLines lines={equality} />
      </Passage>
      <Passage words={words.technical}>
        <Paragraphs text={given.compliance} />
      </Passage>
      <Passage words={words.prepared} />
    </>
  )
}

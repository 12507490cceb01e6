import type { TimelinePart, TimelineRequest } from '~/engine/timeline-request'
import { mapTree } from '~/i18n/pseudo'
import type { LanguageWords } from '~/i18n/words'
import type { Covers } from './kit/fonts'
import { Answers, Footer, H1, H2, H3, Header, Lead, List, Note, P, QA, Section, Step, Table } from './kit/parts'
import { printableText } from './kit/printable-text'
import type { Paper } from './kit/write-pdf'

/** The PDF of a timeline: what its page says, in the same words and order, as it stood on one day. */
export function timelineDocument(request: TimelineRequest, words: Pick<LanguageWords, 'language' | 'direction' | 'text'>, covers: Covers): Paper {
  const say = (key: string, values?: Record<string, string | number>) => words.text(`paper:${key}`, values)
  let isWhole = true
  // A page in HTML draws a line break in a text as a space.
  const print = (text: string) => {
    const printed = printableText(text, covers, say('copy.notShown'))
    isWhole &&= printed.isWhole
    return printed.text.replace(/\s+/g, ' ').trim()
  }
  const { heading, lead, facts, stages, rights, unhappy, councilName, reference, on } = mapTree(request, print) as TimelineRequest
  return {
    title: say('timeline.titleWithReference', { title: heading, reference }),
    author: councilName,
    language: words.language,
    direction: words.direction,
    writtenAt: new Date(`${on}T00:00:00Z`),
    content: (
      <>
        <H1>{heading}</H1>
        <Lead>{lead}</Lead>
        <Table rows={facts} />
        {!isWhole && <Note>{say('copy.notShownNote')}</Note>}
        {stages.map(({ title, when, state, card }) => (
          <Step key={title} title={card ? title : `${state} ${title}`} when={when} here={card && state}>
            {card?.map((part, index) => <Part key={index} {...part} />)}
          </Step>
        ))}
        {rights && <Closing {...rights} />}
        {unhappy && (
          <Closing {...unhappy}>
            <Answers>
              {unhappy.lines.map(({ name, lines }) => (
                <QA key={name} question={name} lines={lines} blank="" />
              ))}
            </Answers>
          </Closing>
        )}
      </>
    ),
    furniture: (page, pages) => (
      <>
        <Header>{councilName}</Header>
        <Footer start={reference} end={say('copy.page', { page, pages })} />
      </>
    ),
  }
}

/** What the card of the stage where we are says of one thing. */
const Part = (part: TimelinePart) => (
  <Section>
    {part.heading && <H3>{part.heading}</H3>}
    <Told {...part} />
  </Section>
)

const Closing = ({ children, ...part }: TimelinePart & { readonly children?: React.ReactNode }) => (
  <Section>
    {part.heading && <H2>{part.heading}</H2>}
    <Told {...part} />
    {children}
  </Section>
)

const Told = ({ texts, list = [] }: TimelinePart) => (
  <>
    {texts.map((text, index) => (
      <P key={index}>{text}</P>
    ))}
    {list.length > 0 && <List items={list} />}
  </>
)

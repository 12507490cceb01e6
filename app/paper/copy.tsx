import { copyViewOf, listsOf, type CopyWords } from '~/engine/copy-view'
import type { CopyRequest } from '~/engine/copy-request'
import type { Row } from '~/engine/summary'
import type { LanguageWords } from '~/i18n/words'
import type { Covers } from './kit/fonts'
import { Answers, Footer, H1, H2, H3, H4, Header, Item, Lead, List, Note, P, QA, Section, Table, Watermark } from './kit/parts'
import { printableText } from './kit/printable-text'
import type { Paper } from './kit/write-pdf'

/** The PDF copy of an application: what a person said, in the words they saw, with what proves when it was sent. */
export function copyDocument(request: CopyRequest, words: CopyWords & Pick<LanguageWords, 'direction'>, covers: Covers): Paper {
  const say = (key: string, values?: Record<string, string | number>) => words.text(`paper:copy.${key}`, values)
  let isWhole = true
  const print = (text: string) => {
    const printed = printableText(text, covers, say('notShown'))
    isWhole &&= printed.isWhole
    return printed.text
  }
  const { title, banner, lead, facts, notes, next, sections, blank } = copyViewOf(request, words, print)
  const { sentAt, reference } = request
  const council = print(request.councilName)
  return {
    title: reference ? say('titleWithReference', { title, reference }) : title,
    author: council,
    language: words.language,
    direction: words.direction,
    writtenAt: sentAt === undefined ? undefined : new Date(sentAt),
    content: (
      <>
        <H1>{title}</H1>
        {lead.map((text) => (
          <Lead key={text}>{text}</Lead>
        ))}
        <Table rows={facts} />
        {[...notes, ...(isWhole ? [] : [say('notShownNote')])].map((text) => (
          <Note key={text}>{text}</Note>
        ))}
        {next && (
          <Section>
            <H2>{next.heading}</H2>
            <P>{next.text}</P>
            <List items={next.steps} />
            <Note>{next.note}</Note>
          </Section>
        )}
        {sections.map(({ id, title: heading, rows }) => (
          <Section key={id}>
            <H2>{heading}</H2>
            <Rows rows={rows} blank={blank} />
          </Section>
        ))}
      </>
    ),
    furniture: (page, pages) => (
      <>
        {sentAt === undefined && <Watermark>{say('watermark')}</Watermark>}
        <Header banner={banner}>{council}</Header>
        <Footer start={reference ?? title} end={say('page', { page, pages })} />
      </>
    ),
  }
}

/** Answers in lists; each repeated thing below a heading of its own, between the lists. */
function Rows({ rows, blank }: { readonly rows: readonly Row[]; readonly blank: string }) {
  return listsOf(rows).map((list) =>
    Array.isArray(list) ? (
      <Answers key={list[0]?.question}>
        {list.map(({ question, label, lines }) => (
          <QA key={question} question={label} lines={lines} blank={blank} />
        ))}
      </Answers>
    ) : (
      <Section key={list.question}>
        <H3>{list.label}</H3>
        {list.items.map(({ key, title, rows: inside }) => (
          <Item key={key}>
            <H4>{title}</H4>
            <Rows rows={inside} blank={blank} />
          </Item>
        ))}
      </Section>
    ),
  )
}

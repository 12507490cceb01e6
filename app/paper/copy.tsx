import type { Row, Summary } from '~/engine/summary'
import type { LanguageWords } from '~/i18n/words'
import type { CopyRequest } from '~/engine/copy-request'
import type { Covers } from './kit/fonts'
import { Answers, Footer, H1, H2, H3, H4, Header, Item, Lead, Note, QA, Section, Table } from './kit/parts'
import { printableText } from './kit/printable-text'
import type { Paper } from './kit/write-pdf'
import { londonDayOf } from '~/engine/london-day'

/** The words a copy needs. */
export type CopyWords = Pick<LanguageWords, 'language' | 'direction' | 'text' | 'date' | 'time'>

/** The PDF copy of an application: what a person said, in the words they saw, with what proves when it was sent. */
export function copyDocument({ summary: said, ...request }: CopyRequest, words: CopyWords, covers: Covers): Paper {
  const say = (key: string, values?: Record<string, string | number>) => words.text(`paper:copy.${key}`, values)
  let isWhole = true
  const print = (text: string) => {
    const printed = printableText(text, covers, say('notShown'))
    isWhole &&= printed.isWhole
    return printed.text
  }
  const summary = printableSummary(said, print)
  const council = print(request.councilName)
  const { sentAt, reference, hash } = request
  const facts = [
    reference && { name: say('reference'), value: reference },
    { name: say('council'), value: council },
    sentAt && { name: say('sent'), value: say('sentAt', { date: words.date(londonDayOf(new Date(sentAt))), time: words.time(sentAt) }) },
    hash && { name: say('hash'), value: hash },
  ].filter((fact) => typeof fact === 'object')
  return {
    title: reference ? say('titleWithReference', { title: summary.title, reference }) : summary.title,
    author: council,
    language: words.language,
    direction: words.direction,
    writtenAt: sentAt === undefined ? undefined : new Date(sentAt),
    content: (
      <>
        <H1>{summary.title}</H1>
        <Lead>{sentAt ? say('lead', { name: summary.name }) : say('draftLead')}</Lead>
        <Table rows={facts} />
        {hash && <Note>{say('hashNote')}</Note>}
        {!isWhole && <Note>{say('notShownNote')}</Note>}
        {summary.sections.map(({ id, title, rows }) => (
          <Section key={id}>
            <H2>{title}</H2>
            <Rows rows={rows} blank={say('noAnswer')} />
          </Section>
        ))}
      </>
    ),
    furniture: (page, pages) => (
      <>
        <Header banner={sentAt ? undefined : say('draft')}>{council}</Header>
        <Footer start={reference ?? summary.title} end={say('page', { page, pages })} />
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

type Group = Row & { readonly items: NonNullable<Row['items']> }
const isGroup = (row: Row): row is Group => (row.items ?? []).length > 0

/** Neighbouring answers as one list; a repeat with items stands alone. */
function listsOf(rows: readonly Row[]): (Row[] | Group)[] {
  const lists: (Row[] | Group)[] = []
  for (const row of rows) {
    const last = lists.at(-1)
    if (isGroup(row)) lists.push(row)
    else if (Array.isArray(last)) last.push(row)
    else lists.push([row])
  }
  return lists
}

/** The Summary with every text made printable, and every line break a line of its own. */
function printableSummary(summary: Summary, print: (text: string) => string): Summary {
  const printRow = (row: Row): Row => ({
    ...row,
    label: print(row.label),
    lines: row.lines.flatMap((line) => print(line).split('\n')).filter((line) => line.trim() !== ''),
    ...(row.items && { items: row.items.map((item) => ({ ...item, title: print(item.title), rows: item.rows.map(printRow) })) }),
  })
  return {
    ...summary,
    title: print(summary.title),
    name: print(summary.name),
    sections: summary.sections
      .filter((section) => section.rows.length > 0)
      .map((section) => ({ ...section, title: print(section.title), rows: section.rows.map(printRow) })),
  }
}

import type { Services } from '~/applications/services'
import { cameAt, listedPapers, type Upload } from '~/applications/uploads'
import type { CopyRequest } from '~/engine/copy-request'
import { journeyOf } from '~/engine/journey'
import { londonDayOf } from '~/engine/london-day'
import { isBlankRow, summaryOf, type Summary } from '~/engine/summary'
import type { Words } from '~/engine/words'
import { paperDetails } from '~/forms/paper-details'

type Section = Summary['sections'][number]

/** What was said about a paper, as answers with their questions. */
export const saidOf = ({ clock }: Pick<Services, 'clock'>, { details }: Upload, words: Words): Section['rows'] =>
  summaryOf(paperDetails, journeyOf(paperDetails, details, clock.today()), words).sections.flatMap(({ rows }) => rows.filter(({ lines }) => lines.length > 0))

/** Whether a paper may be seen by those whom the council asks for advice, or who get a copy: unanswered means that it may not. */
export const mayBePassedOn = ({ details }: Upload): boolean => details['paperSees'] === 'advisers' || details['paperSees'] === 'advisers-and-school'

/** Who reads of papers: with `others`, of those alone that may be passed on. */
type Readers = 'family' | 'others'
const readableBy = (readers: Readers, uploads: readonly Upload[]) => listedPapers(uploads).filter((upload) => readers === 'family' || mayBePassedOn(upload))

/** "Papers you sent": each by what it is, its title, its date and whether we could check it. What a file is called is for its family alone. */
export function papersSection(services: Pick<Services, 'clock'>, uploads: readonly Upload[], words: Words, readers: Readers): Section | undefined {
  const papers = readableBy(readers, uploads)
  if (papers.length === 0) return undefined
  const rows = papers.map((upload): Section['rows'][number] => {
    const said = saidOf(services, upload, words)
    const linesOf = (question: string) => said.find((row) => row.question === question)?.lines ?? []
    const [kind] = linesOf('paperKind')
    const date = words.date(londonDayOf(new Date(cameAt(upload))))
    return {
      question: upload.id,
      page: 'papers',
      label: kind ?? words.text('papers:listed.paper'),
      lines: [...linesOf('paperTitle'), ...linesOf('paperDate'), ...(readers === 'family' ? [upload.name] : []), words.text(`papers:listed.${upload.state}`, { date })],
    }
  })
  return { id: 'papers', title: words.text(`papers:listed.heading.${readers}`), rows }
}

/** A Summary in which a question that only a file answers says so. */
export function withFiles(summary: Summary, uploads: readonly Upload[], words: Words, readers: Readers): Summary {
  const answered = new Set(readableBy(readers, uploads).map(({ about }) => about))
  const rowOf = (row: Section['rows'][number]) => (isBlankRow(row) && answered.has(row.question) ? { ...row, lines: [words.text('papers:listed.instead')] } : row)
  return { ...summary, sections: summary.sections.map((section) => ({ ...section, rows: section.rows.map(rowOf) })) }
}

/** The same copy with the papers: what was told first has them, and no later change. */
export function withPapers(services: Pick<Services, 'clock'>, copy: CopyRequest, uploads: readonly Upload[], words: Words, readers: Readers): CopyRequest {
  if (copy.changes) return copy
  const papers = papersSection(services, uploads, words, readers)
  return { ...copy, summary: withFiles(copy.summary, uploads, words, readers), ...(papers && { papers }) }
}

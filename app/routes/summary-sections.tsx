import { SummaryCard, SummaryList } from '~/ui/summary-list'
import type { Row } from '~/engine/summary'

/** A row of a Summary; with `href`, it can be changed there. */
export type LinkedRow = Row & { readonly href?: string }

export interface SummarySectionsProps {
  readonly sections: readonly { readonly id: string; readonly title: string; readonly rows: readonly LinkedRow[]; readonly sees?: string; readonly more?: { readonly text: string; readonly href: string } }[]
  readonly words: { readonly change: string; readonly blank: string }
}

/** A Summary as headings and lists: for checking, reading and printing. */
export const SummarySections = ({ sections, words }: SummarySectionsProps) => (
  <>
    {sections.map((section) => (
      <section key={section.id} className="wm-section">
        <h2 className="govuk-heading-m">{section.title}</h2>
        {section.sees ? <p className="govuk-hint">{section.sees}</p> : null}
        {section.rows.length > 0 ? <SummaryList rows={section.rows.map((row) => listRow(row, words))} /> : null}
        {section.rows.flatMap((row) =>
          (row.items ?? []).map((item) => (
            <SummaryCard key={item.key} titleLevel={3} title={item.title} rows={item.rows.filter((each) => each.lines.length > 0).map((each) => ({ label: each.label, value: <Lines lines={each.lines} /> }))} />
          )),
        )}
        {section.more ? (
          <p className="govuk-body">
            <a className="govuk-link" href={section.more.href}>
              {section.more.text} <span className="govuk-visually-hidden">({section.title})</span>
            </a>
          </p>
        ) : null}
      </section>
    ))}
  </>
)

const listRow = ({ label, lines, items, href }: LinkedRow, { change, blank }: SummarySectionsProps['words']) => ({
  label,
  value: lines.length > 0 ? <Lines lines={lines} /> : items && items.length > 0 ? items.map((item) => item.title).join(', ') : <span className="wm-blank">{blank}</span>,
  ...(href && { actions: [{ href, children: change, about: label }] }),
})

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, index) => (
      <p key={index} className="govuk-body" dir="auto">
        {line}
      </p>
    ))}
  </>
)

import { listsOf } from '~/engine/copy-view'
import type { Row, Summary } from '~/engine/summary'
import { SummaryList } from '~/ui/summary-list'

/** What was said, with every question, in the order of the PDF copy. */
export const CopySections = ({ sections, blank }: { readonly sections: Summary['sections']; readonly blank: string }) => (
  <>
    {sections.map(({ id, title, rows }) => (
      <section key={id} className="wm-section">
        <h2 className="govuk-heading-m">{title}</h2>
        <Rows rows={rows} blank={blank} />
      </section>
    ))}
  </>
)

/** Answers in lists; each repeated thing below a heading of its own, between the lists. */
const Rows = ({ rows, blank }: { readonly rows: readonly Row[]; readonly blank: string }) => (
  <>
    {listsOf(rows).map((list) =>
      Array.isArray(list) ? (
        <SummaryList key={list[0]?.question} rows={list.map(({ label, lines }) => ({ label, value: <Answer lines={lines} blank={blank} /> }))} />
      ) : (
        <div key={list.question}>
          <h3 className="govuk-heading-s">{list.label}</h3>
          {list.items.map((item) => (
            <div key={item.key}>
              <h4 className="govuk-heading-s">{item.title}</h4>
              <Rows rows={item.rows} blank={blank} />
            </div>
          ))}
        </div>
      ),
    )}
  </>
)

const Answer = ({ lines, blank }: { readonly lines: readonly string[]; readonly blank: string }) =>
  lines.length > 0 ? (
    lines.map((line, index) => (
      <p key={index} className="govuk-body" dir="auto">
        {line}
      </p>
    ))
  ) : (
    <span className="wm-blank">{blank}</span>
  )

import type { Refusal } from '~/context.server'

/** Says what was not done, why, what to do and whom to phone, and gives back what was typed. */
export const RefusalPage = ({ refusal: { heading, body, phone, home, way, quote, typed } }: { refusal: Refusal }) => (
  <div className="govuk-grid-row">
    <div className="govuk-grid-column-two-thirds">
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{body}</p>
      {typed ? (
        <>
          <h2 className="govuk-heading-m" id="typed">
            {typed.heading}
          </h2>
          <p className="govuk-body">{typed.help}</p>
          {typed.texts.map((text, index) => (
            <textarea key={index} className="govuk-textarea" rows={Math.min(12, 2 + text.length / 60)} readOnly aria-labelledby="typed" defaultValue={text} dir="auto" />
          ))}
        </>
      ) : null}
      {way ? (
        <p className="govuk-body">
          <a className="govuk-link" href={way.href}>
            {way.text}
          </a>
        </p>
      ) : null}
      <p className="govuk-body">{phone}</p>
      <p className="govuk-body">{quote}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {home}
        </a>
      </p>
    </div>
  </div>
)

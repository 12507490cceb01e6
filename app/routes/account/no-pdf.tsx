import { InsetText } from '~/ui/inset-text'

export interface NoPdfView {
  readonly text: string
  /** Where to ask for the PDF again. */
  readonly again?: { readonly href: string; readonly text: string }
}

/** Why somebody sees a page where they wanted something to print, and what to do. It is not printed. */
export const NoPdf = ({ text, again }: NoPdfView) => (
  <div className="wm-screen-only">
    <InsetText>
      <p className="govuk-body">{text}</p>
      {again ? (
        <a className="govuk-link" href={again.href}>
          {again.text}
        </a>
      ) : null}
    </InsetText>
  </div>
)

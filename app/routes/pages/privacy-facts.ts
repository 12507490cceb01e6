import { questionsOf, type Audience, type Form, type Privacy } from '~/engine/form'

/** Who sees one part of a form, as its questions themselves say. */
export interface PrivacyFacts {
  readonly section: string
  /** The widest audience of any answer in it. */
  readonly sees: Audience
  /** Some of its answers are for the council's own team only. */
  readonly someOnlyCouncil: boolean
  /** Special categories of UK GDPR in it. */
  readonly special: readonly NonNullable<Privacy['special']>[]
}

const WIDEST_FIRST: readonly Audience[] = ['advisers-and-school', 'advisers', 'council']

/** The privacy facts of a form, a line each section, worked out from the form so that it cannot go stale. */
export const privacyFactsOf = (form: Form): readonly PrivacyFacts[] =>
  form.sections.map((section) => {
    const facts = questionsOf({ ...form, sections: [section] }).map((question) => question.privacy ?? section.privacy)
    const audiences = new Set(facts.map((each) => each.sees))
    return {
      section: section.id,
      sees: WIDEST_FIRST.find((each) => audiences.has(each)) ?? section.privacy.sees,
      someOnlyCouncil: audiences.size > 1 && audiences.has('council'),
      special: [...new Set(facts.flatMap((each) => each.special ?? []))],
    }
  })

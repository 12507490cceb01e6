import type { Form, Question } from './form'

/** A question that a file may answer instead of words, and where it is asked. */
export interface OtherWay {
  readonly question: Question
  readonly page: string
}

/** The questions of a form that a file may answer instead of words. */
export const otherWaysOf = ({ calm, sections }: Form): readonly OtherWay[] =>
  sections
    .filter(({ id }) => calm?.otherWays.sections.includes(id))
    .flatMap(({ pages }) => pages.flatMap((page) => page.questions.filter(({ kind }) => kind.name === 'long-text').map((question) => ({ question, page: page.id }))))

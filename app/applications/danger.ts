import { itemQuestionsOf, pagesOf, type Answers, type Form, type Question } from '~/engine/form'
import { DANGER, type Given } from '~/engine/kind'
import { warningsOf } from '~/engine/read-page'
import { itemsOf } from '~/engine/repeat'
import type { Told } from './asked-for'
import type { Fact } from './facts'
import type { Upload } from './uploads'

/** Whether words of an application may mean that somebody is in danger. A guess, by phrases: it asks staff to read, and decides nothing. */
export function mayMeanDanger(form: Form, answers: Answers, given: Given): boolean {
  const isFoundIn = (questions: readonly Question[], said: Answers): boolean =>
    Object.values(warningsOf(questions, said, given)).includes(DANGER) ||
    questions.some((each) => itemsOf(said, each.id).some((item) => isFoundIn(itemQuestionsOf(each) ?? [], item)))
  return isFoundIn(pagesOf(form).flatMap(({ questions }) => questions), answers)
}

const remarksOf = ({ details }: Pick<Told, 'details'>): readonly unknown[] => (Array.isArray(details['remarks']) ? details['remarks'] : [])

/** Whether staff are asked, by this fact, to read the request first. */
export const isMarked = (told: Pick<Told, 'details'>): boolean => remarksOf(told).includes(DANGER)

/** What is told, marked for staff to read first when its words, or those about its papers, may mean danger: once a request, not again with each change. */
export const marked = (told: Told, form: Form, answers: Answers, given: Given, facts: readonly Fact[], papers: readonly Upload[] = []): Told =>
  facts.some(isMarked) || !(mayMeanDanger(form, answers, given) || papers.some((each) => each.mayMeanDanger)) ? told : { ...told, details: { ...told.details, remarks: [...remarksOf(told), DANGER] } }

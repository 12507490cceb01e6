import { page, type Page, type Question } from '~/engine/form'

/** Each question on a page of its own, which is named after it: `supportWho` is asked on `support-who`. */
export const oneAPage = <const Q extends Question>(questions: readonly Q[], applies: Parameters<typeof page>[2] = {}): readonly Page<Q>[] =>
  questions.map((each) => page(each.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), [each], applies))

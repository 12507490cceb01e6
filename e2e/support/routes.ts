import type { RouteConfigEntry } from '@remix-run/route-config'
import type { Router } from 'express'
import routes from '~/routes'
import { arrivingPapers } from '~/server/arriving-papers'
import { blankForms } from '~/server/blank-forms'
import { establishments } from '~/server/establishments'
import { plainAnswers } from '~/server/plain-answers'
import { defaultColours } from '~/ui/brand'

const patternsIn = (entries: readonly RouteConfigEntry[], within = ''): string[] =>
  entries.flatMap(({ path = '', children }) => (children ? patternsIn(children, `${within}${path}/`) : [within + path]))

/** What a router of Express answers; nothing is asked of these, so they are given nothing. */
const patternsOf = ({ stack }: Router): string[] => stack.flatMap(({ route }) => (route ? [route.path.replace(/^\//, '')] : []))
const nothing = {} as never

/** The pattern of every address that the portal answers, read from its own tables, so that a new one is never left out. */
export const patterns: readonly string[] = [
  ...patternsIn(routes),
  ...patternsOf(plainAnswers({ brand: { councilName: '', logoUrl: undefined, colours: defaultColours } }, nothing)),
  ...patternsOf(blankForms(nothing, nothing, () => undefined)),
  ...patternsOf(establishments(nothing, () => undefined)),
  ...patternsOf(arrivingPapers(() => Promise.reject(new Error('nothing is asked')))),
]

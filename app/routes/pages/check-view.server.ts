import type { Context } from '~/context.server'
import type { Form } from '~/engine/form'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import type start from '../../../locales/en/start.json'
import { checkIds, checkQuery, CHECKS, notesOf, previousOf, type Check, type Checked } from './checked'
import type { QuestionView } from './check-question'
import type { ResultView } from './check-result'
import { nationalLines, sendiassLine } from './help-lines.server'

/** Who has a form of their own: young people, and children who ask for themselves; and those who ask for their school. */
const OWN: Readonly<Partial<Record<NonNullable<Checked['chosen']['who']>, Form>>> = { me: youngPersonRequest, work: schoolAdvice }
const formFor = ({ who = 'other' }: Checked['chosen']) => `/apply/${(OWN[who] ?? parentRequest).id}`

/** The link back: to the question before, or to the start page. */
export function backOf({ visit: { words } }: Context, checked: Checked) {
  const previous = previousOf(checked)
  return { text: words.text('common:back'), href: previous ? `/start?${checkQuery(previous, checked.chosen)}` : '/' }
}

export function questionView({ visit: { words } }: Context, { chosen }: Checked, at: Check): QuestionView {
  // Whoever asks for themselves is asked about "you".
  const own = (key: string) => (chosen.who === 'me' && words.has(`start:me.${key}`) ? `me.${key}` : key)
  const say = (key: string, values?: Record<string, number>) => words.text(`start:${own(key)}`, values)
  const index = checkIds.indexOf(at)
  return {
    name: at,
    caption: say('caption', { number: index + 1, total: checkIds.length }),
    label: say(`questions.${at}.label`),
    ...(words.has(`start:questions.${at}.hint`) && { hint: say(`questions.${at}.hint`) }),
    options: CHECKS[at].map((value) => ({ value, label: say(`questions.${at}.options.${value}`), defaultChecked: chosen[at] === value })),
    hidden: [['at', checkIds[index + 1] ?? 'result'], ...checkIds.slice(0, index).flatMap((id): [string, string][] => (chosen[id] ? [[id, chosen[id]]] : []))],
    notKept: say('notKept'),
    continue: say('continue'),
    skip: { text: say('skip'), href: formFor(chosen) },
  }
}

export function resultView(context: Context, { chosen }: Checked): ResultView {
  const { words } = context.visit
  const { council } = context.config
  const said = words.tree<(typeof start)['result']>('start:result')
  return {
    heading: chosen.age === 'over' ? said.headingOver : said.heading,
    words: said,
    notes: notesOf(chosen).map((note) => said.notes[note]),
    form: formFor(chosen),
    phone: council.phone,
    localOffer: council.localOffer,
    free: [sendiassLine(context), ...nationalLines(context, ['ipsea'])],
  }
}

import type { Context } from '~/context.server'
import type { HelpLine } from './help-lines'

/** Free help that is the same in every part of England: numbers and addresses only; what they are is said in help.json. */
const national = {
  ipsea: { website: 'https://www.ipsea.org.uk/' },
  contact: { phone: '0808 808 3555', website: 'https://contact.org.uk/' },
  tribunal: { phone: '0300 303 5857', website: 'https://www.gov.uk/courts-tribunals/first-tier-tribunal-special-educational-needs-and-disability' },
  ombudsman: { phone: '0300 061 0614', website: 'https://www.lgo.org.uk/' },
  regulator: { phone: '0303 123 1113', website: 'https://ico.org.uk/make-a-complaint/' },
  equality: { phone: '0808 800 0082', website: 'https://www.equalityadvisoryservice.com/' },
  emergency: { phone: '999' },
  health: { phone: '111', website: 'https://111.nhs.uk/' },
  samaritans: { phone: '116 123', website: 'https://www.samaritans.org/' },
  shout: { website: 'https://giveusashout.org/' },
  childline: { phone: '0800 1111', website: 'https://www.childline.org.uk/' },
  homeSafety: { phone: '0808 2000 247', website: 'https://www.nationaldahelpline.org.uk/' },
} as const satisfies Readonly<Record<string, Omit<HelpLine, 'name'>>>

export type NationalHelp = keyof typeof national

/** Those named, in this order, in the visitor's language. */
export const nationalLines = ({ visit: { words } }: Context, names: readonly NationalHelp[]): HelpLine[] =>
  names.map((name) => ({ name: words.text(`help:national.${name}.name`), what: words.text(`help:national.${name}.what`), ...national[name] }))

/** Every way to reach the council. */
export const councilLines = ({ visit: { words }, config: { council } }: Context): HelpLine[] => [
  { name: words.text('common:people.phone'), what: council.hours, phone: council.phone },
  { name: words.text('common:people.textRelay'), what: words.text('help:textRelay'), phone: council.textRelay },
  { name: words.text('common:people.email'), email: council.email },
  { name: words.text('help:post'), post: council.post },
]

/** Those who are on the family's side and near: the council names them. */
export const sendiassLine = ({ visit: { words }, config: { council } }: Context): HelpLine => ({ ...council.sendiass, what: words.text('help:sendiass') })

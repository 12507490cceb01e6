import * as z from 'zod/mini'
import { cleanLine } from '~/engine/clean-text'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { Fault, isLonger, schemaFrom, textIn } from '../reading'

/** A school that was chosen from the national register, as it was called there then. */
export interface ListedEstablishment {
  readonly urn: string
  readonly name: string
  readonly town?: string | undefined
  /** The register said so when it was chosen. */
  readonly closed?: true | undefined
}

/** A school of the register that may be meant by what somebody typed. */
export interface Offer {
  /** The answer, as the box holds it. */
  readonly value: string
  readonly label: string
  /** How to tell it from others of its name: where it is, and of which kind. */
  readonly details: string
  readonly status: 'open' | 'proposed' | 'closed'
}

/** Where somebody learns: chosen from the register, or in their own words. */
export type EstablishmentAnswer = string | ListedEstablishment

export interface EstablishmentSettings {
  /** The question that asks for its town, where one does: what it says helps to find the school. */
  readonly town?: string
}

const max = 300
const LISTED = /^(.+?)(?:, ([^,]+))? \(URN (\d{5,7})(, closed)?\)$/

/**
 * A listed school as its one box holds it: 'Oak Tree Primary School, Leeds (URN 100001)'. A person sees what was chosen and can change it, and nothing
 * hidden can disagree with it. Which part is the town, and whether the number is that school's, only the register knows.
 */
export const listedText = ({ urn, name, town, closed }: ListedEstablishment): string => `${name}${town ? `, ${town}` : ''} (URN ${urn}${closed ? ', closed' : ''})`

function read(line: string): EstablishmentAnswer {
  const [, name, town, urn, closed] = LISTED.exec(line) ?? []
  if (name === undefined || urn === undefined) return line
  return { urn, name, ...(town !== undefined && { town }), ...(closed !== undefined && { closed: true }) }
}

export const establishmentKind: Kind<'establishment', EstablishmentSettings, EstablishmentAnswer> = {
  name: 'establishment',
  boxes: () => [{ name: '' }],
  schema: () =>
    schemaFrom((typed) => {
      const line = cleanLine(textIn(typed, ''))
      if (isLonger(line, max)) return new Fault('tooLong')
      return line === '' ? null : read(line)
    }),
  value: () =>
    z.union([
      z.string(),
      z.strictObject({
        urn: z.string().check(z.regex(/^\d{5,7}$/)),
        name: z.string(),
        town: z.optional(z.string()),
        closed: z.optional(z.literal(true)),
      }),
    ]),
  typed: (value) => ({ '': typeof value === 'string' ? value : listedText(value) }),
  words: () => ({ which: {}, keep: {}, closed: {}, proposed: {}, found: { number: '{{number}}' }, none: {} }),
  errors: ['tooLong'],
  warnings: ['closed'],
  warn: (value) => (typeof value !== 'string' && value.closed ? 'closed' : undefined),
  lines(value, _settings, { words, key }) {
    if (typeof value === 'string') return [value]
    const { urn, name, town, closed } = value
    return [name, ...(town ? [town] : []), words.text(key('said.urn'), { urn }), ...(closed ? [words.text(key('said.closed'))] : [])]
  },
  register: {
    numberIn: (value) => (typeof value === 'string' ? undefined : value.urn),
    // A number beside a name that is not the register's own stays what somebody said: nobody may be asked about a child because of a number that was left in the box.
    confirmed(value, entry) {
      if (typeof value === 'string') return value
      const { urn, name, town } = value
      const own = entry && { urn, name: entry.name, ...(entry.town && { town: entry.town }) }
      if (!own || listedText(own) !== listedText({ urn, name, town })) return listedText(value)
      return { ...own, ...(entry.status === 'closed' && { closed: true as const }) }
    },
  },
  example: () => 'Larch Lane Primary School',
}

/** A school, nursery or college: found in the national register, or told in one's own words. */
export const establishment = <const Id extends string>(id: Id, settings: EstablishmentSettings & QuestionSettings = {}): Question<Id, EstablishmentAnswer> =>
  question(establishmentKind, id, settings)

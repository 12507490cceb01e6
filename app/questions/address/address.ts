import * as z from 'zod/mini'
import { cleanLine, cleanText } from '~/engine/clean-text'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind, Typed } from '~/engine/kind'
import { Fault, isLonger, schemaFrom, textIn } from '../reading'
import { isInAreas, isUkPostcode, tidyPostcode } from '../uk-postcode'

/** Where somebody lives, or where post can reach somebody with no fixed address. At least one of these is there. */
export interface Address {
  /** One to four lines before the town. */
  readonly lines?: readonly string[] | undefined
  readonly town?: string | undefined
  readonly postcode?: string | undefined
  readonly noFixedAddress?: true | undefined
  /** To be kept from everybody but the staff who may see it. */
  readonly private?: true | undefined
}

export interface AddressSettings {
  /** Browsers may fill it in: only where it is about the person who types (WCAG 1.3.5). */
  readonly autocomplete?: true
  /** Where the child lives: outside the council's area is remarked upon, never refused (Children and Families Act 2014 s.24). */
  readonly inArea?: true
}

const maxLines = 4
const maxLength = 200

function read(typed: Typed): Address | null | Fault {
  const lines = cleanText(textIn(typed, 'lines')).split('\n').map(cleanLine).filter(Boolean)
  const town = cleanLine(textIn(typed, 'town'))
  const postcode = tidyPostcode(cleanLine(textIn(typed, 'postcode')))
  if (lines.length > maxLines) return new Fault('tooManyLines', 'lines')
  if (lines.some((line) => isLonger(line, maxLength))) return new Fault('tooLong', 'lines')
  if (isLonger(town, maxLength)) return new Fault('tooLong', 'town')
  if (isLonger(postcode, maxLength)) return new Fault('tooLong', 'postcode')
  const address: Address = {
    ...(lines.length > 0 && { lines }),
    ...(town && { town }),
    ...(postcode && { postcode }),
    ...(textIn(typed, 'noFixedAddress') && { noFixedAddress: true }),
    ...(textIn(typed, 'private') && { private: true }),
  }
  return Object.keys(address).length > 0 ? address : null
}

export const addressKind: Kind<'address', AddressSettings, Address> = {
  name: 'address',
  boxes: () => ['lines', 'town', 'postcode', 'noFixedAddress', 'private'].map((name) => ({ name })),
  schema: () => schemaFrom(read),
  value: () =>
    z.strictObject({
      lines: z.optional(z.array(z.string()).check(z.maxLength(maxLines))),
      town: z.optional(z.string()),
      postcode: z.optional(z.string()),
      noFixedAddress: z.optional(z.literal(true)),
      private: z.optional(z.literal(true)),
    }),
  typed: (value) => ({
    lines: (value.lines ?? []).join('\n'),
    town: value.town ?? '',
    postcode: value.postcode ?? '',
    noFixedAddress: value.noFixedAddress ? 'yes' : '',
    private: value.private ? 'yes' : '',
  }),
  words: () => ({ noFixedAddress: {}, private: {} }),
  errors: ['tooManyLines', 'tooLong'],
  warnings: ['postcodeNotUk', 'outOfArea'],
  warn({ postcode }, { inArea }, { postcodeAreas }) {
    if (!postcode) return undefined
    if (!isUkPostcode(postcode)) return 'postcodeNotUk'
    return inArea && postcodeAreas.length > 0 && !isInAreas(postcode, postcodeAreas) ? 'outOfArea' : undefined
  },
  lines(value, _settings, { words, key }) {
    const written = [...(value.lines ?? []), value.town, value.postcode].filter((line) => line !== undefined)
    return [
      ...(value.private ? [words.text(key('said.private'))] : []),
      ...(value.noFixedAddress ? [words.text(key(written.length > 0 ? 'said.postTo' : 'said.noFixedAddress'))] : []),
      ...written,
    ]
  },
  isProtected: (value) => value.private === true,
  // A town or a postcode alone does not bring a letter to a door.
  isBlank: (value) => (value.lines ?? []).length === 0,
  example: () => ({ lines: ['Flat 2', '14 Mill Lane'], town: 'Leeds', postcode: 'LS1 1UR' }),
}

/** An address typed by hand, "no fixed address", and "keep it private". */
export const address = <const Id extends string>(id: Id, settings: AddressSettings & QuestionSettings = {}): Question<Id, Address> =>
  question(addressKind, id, settings)

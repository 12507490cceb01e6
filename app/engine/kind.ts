import type { ZodMiniType } from 'zod/mini'
import type { Words } from './words'

/** What an answer is looked at against, besides its own settings. */
export interface Given {
  /** The calendar date in London, 'YYYY-MM-DD'. */
  readonly today: string
  /** Where the council's area is, as postcode areas or districts ('LS', 'WF3'). Empty when it has not said. */
  readonly postcodeAreas: readonly string[]
  /** Phrases that may mean that somebody is in danger, in every language that people speak here. */
  readonly dangerPhrases: readonly string[]
}

/** The warning that words may mean danger to somebody: whoever typed them is shown where to get help now, and staff read them first. */
export const DANGER = 'danger'

/** What was typed into the boxes of one question, by box name. A kind with a single box names it ''. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A box of a question: one form field, called `questionId` or `questionId.name`. `many` may be sent several times. */
export interface Box {
  readonly name: string
  readonly many?: true
}

/** What the national register says of a school. */
export interface RegisterEntry {
  readonly name: string
  readonly town: string
  readonly status: 'open' | 'proposed' | 'closed'
}

/** The locale keys of one question: `key('label')` is `parent-request:questions.childSex.label`. */
export interface Naming {
  readonly words: Words
  readonly key: (rest: string) => string
}

/**
 * A kind of question: a letter of the alphabet that forms are written in. Pure and without words: the sentences for its
 * error and warning codes live in the locales under `questions:KIND.errors.CODE` and `questions:KIND.warnings.CODE`.
 */
export interface Kind<Name extends string = string, Settings extends object = object, Value = unknown> {
  readonly name: Name
  boxes(settings: Settings): readonly Box[]
  /**
   * Reads what was typed. Blank gives null (presence is the page's business, not the kind's). Issues carry an error code as
   * their message and the box name as their path.
   */
  schema(settings: Settings): ZodMiniType<Value | null, Typed>
  /** The answer as plain JSON: what an answers file or the API holds. */
  value(settings: Settings): ZodMiniType<Value>
  /** The boxes filled from an answer: `schema(typed(value))` gives the value back. */
  typed(value: Value, settings: Settings): Typed
  /** The boxes filled from one cell of a table; a kind with one box needs none. */
  cell?(text: string): Typed
  /** Other words drawn beside the boxes, under `questions:KIND.words.NAME`, with the values to fill in. */
  words?(settings: Settings): Readonly<Record<string, Readonly<Record<string, string | number>>>>
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** A warning code for an answer that is kept but looks odd. Never blocks. */
  warn?(value: Value, settings: Settings, given: Given): string | undefined
  /** The answer in words, a line each: paragraphs of a long text, lines of an address. */
  lines(value: Value, settings: Settings, naming: Naming): string[]
  /** Option codes that need a label in the locales under `questions.ID.options.CODE`. */
  options?(settings: Settings): readonly string[]
  /** True for a kind whose options are the same wherever it is used; their labels are `questions:KIND.options.CODE`. */
  readonly ownOptions?: true
  /** True when the answer itself asks to be kept from others. */
  isProtected?(value: Value): boolean
  /** True when the answer gives no way to reach anybody, though it is an answer (no fixed address). */
  isBlank?(value: Value): boolean
  /** For answers that may name an entry of the national register of schools. */
  readonly register?: {
    /** The number in the answer, if it has one. */
    numberIn(value: Value): string | undefined
    /** The answer, now that the register was asked for its number: undefined where it has no such entry. */
    confirmed(value: Value, entry: RegisterEntry | undefined): Value
  }
  /** A believable answer, used by tests, the seed and the end-to-end filler. */
  example(settings: Settings): Value
}

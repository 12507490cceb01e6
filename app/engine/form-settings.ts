import type { Condition } from './condition'

// Settings of a form that have parts.

/** Where the family's emails about the application go, and when that is safe. */
export interface Contact {
  readonly email: string
  readonly safeWhen: Condition
}

/** The questions that tell who the child or young person is, and where they learn. */
export interface PupilQuestions {
  readonly firstNames: string
  readonly lastName: string
  readonly birthDate: string
  readonly school: string
  /** The number that a school knows its pupil by. */
  readonly upn?: string
}

/** For those who are soon tired or worried by a form: softer colours, larger letters and a symbol beside the main questions. */
export interface CalmLook {
  /** Names of symbols, by page or, for the pages without one of their own, by section. */
  readonly symbols: Readonly<Record<string, string>>
  readonly otherWays: {
    /** Sections whose long answers may also be a drawing, a photo or a recording. */
    readonly sections: readonly string[]
    /** What is said of such a file from the start, as answers to the questions about papers; and which of these has the question as its title. */
    readonly details: Readonly<Record<string, unknown>>
    readonly titled: string
  }
}

/** How evidence for a request of somebody else is read by whoever asked, who may be the one that somebody has to be safe from. */
export interface EvidenceSettings {
  /** It is evidence while this holds. */
  readonly when: Condition
  /** Sections that are for the council alone: not even whether they were answered is told. */
  readonly apart: readonly string[]
  /** Its files are for whoever asked as well, while this holds and was sent. */
  readonly filesWhen: Condition
  /** The questions that say which school it is, who writes, and what else of them is the same the next time. */
  readonly setting: string
  readonly writer: string
  readonly writerToo: readonly string[]
}

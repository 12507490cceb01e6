/** What the PDF of a timeline is printed from: plain data, since it crosses to a worker, with every sentence in the words of the page. */
export interface TimelineRequest {
  readonly language: string
  readonly councilName: string
  readonly reference: string
  /** The calendar date on which it stands so. */
  readonly on: string
  readonly heading: string
  /** Where we are. */
  readonly lead: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly stages: readonly TimelineStage[]
  readonly rights?: TimelinePart
  readonly unhappy?: TimelinePart & { readonly lines: readonly { readonly name: string; readonly lines: readonly PrintedLine[] }[] }
}

/** A line; an address of the web or of email leads there. */
export type PrintedLine = string | { readonly text: string; readonly href: string }

/** One stage of the way. */
export interface TimelineStage {
  readonly title: string
  /** A date in words, or how long it takes. */
  readonly when: string
  /** Whether it is done, still to come, or where we are. */
  readonly state: string
  /** What is said of the stage where we are; no other has any. */
  readonly card?: readonly TimelinePart[]
}

/** Paragraphs, then a list. */
export interface TimelinePart {
  readonly heading?: string
  readonly texts: readonly string[]
  readonly list?: readonly string[]
}

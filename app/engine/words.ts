/** Sentences, dates and lists in one language. The engine asks for them by key and never holds one itself. */
export interface Words {
  readonly language: string
  /** The sentence behind a key such as `parent-request:questions.childSex.label`, with {{names}} filled in. */
  text(key: string, values?: Record<string, string | number>): string
  has(key: string): boolean
  /** A calendar date in words. Takes '2026-05-04', '2026-05' or '2026'. */
  date(on: string): string
}

// What this folder uses of a package that comes without types.
declare module 'linebreak' {
  /** Finds where lines may be broken (Unicode UAX 14). */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}

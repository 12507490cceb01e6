/** What can go wrong in the world, told by its name: the pages and the server are built apart, and each build has classes of its own. */
const failure = (name: string) =>
  class extends Error {
    override readonly name = name
    static override [Symbol.hasInstance](error: unknown): boolean {
      return error instanceof Error && error.name === name
    }
  }

/** The store cannot read or write now (disk full, read-only, busy or damaged). Whether the last write was kept is unknown: retry with the same key. */
export class StoreUnavailable extends failure('StoreUnavailable') {}

/** This would be more than `MOST_BYTES`: nothing was changed. */
export class ApplicationFull extends failure('ApplicationFull') {}

/** The mail server of the recipient says that there is no such address, or that it takes no mail: no later try would go better. */
export class MailRefused extends failure('MailRefused') {}

/** It is being printed still: asked again for the same job, the printer has it or is nearer to it. */
export class PrinterSlow extends failure('PrinterSlow') {}

/** Too many others wait: nothing was begun. */
export class PrinterBusy extends failure('PrinterBusy') {}

/** It cannot be printed. */
export class PrinterFailed extends failure('PrinterFailed') {}

/** A file could not be looked into at all, which says nothing about the file: it is tried again. */
export class InspectorFailed extends failure('InspectorFailed') {}

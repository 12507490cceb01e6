import type { By, FileType, InsideFault, RefusalCode, Upload } from './uploads'

// What the portal needs for files: how they come, where they are, what looks at them.

/** The bytes of a file as they pass by, never all at once. */
export type Bytes = AsyncIterable<Uint8Array>

/** Seals and opens the files of one application. The key stays with the store. */
export interface Sealing {
  seal(object: string, bytes: Bytes): Bytes
  /** Rejects while it is read when what was sealed is not whole and unchanged. */
  open(object: string, sealed: Bytes): Bytes
}

/** A file that is about to arrive, or has arrived: its id, and the object that holds its bytes. */
export interface UploadAt {
  readonly id: string
  readonly object: string
}

export interface NewUpload extends UploadAt, Pick<Upload, 'name' | 'details' | 'replaces' | 'expected'> {
  readonly by: By
}

export type BeginUploadResult =
  /** Its bytes can come; all of them together may be as many as there is `room` for, and `beyond` says why it is refused when there are more. */
  | { readonly begun: Upload; readonly room: number; readonly beyond: RefusalCode; readonly sealing: Sealing }
  /** It arrived before, or is on its way: the sender pressed twice, or comes back to it. */
  | { readonly repeated: Upload }
  | { readonly refused: 'too-many' | 'not-found' }

/** What a file came as: the objects that hold its bytes, one after the other, and what opens them. */
export interface Quarantined {
  readonly objects: readonly string[]
  readonly sealing: Sealing
}

/** A file that arrives in pieces: those that are here. */
export interface ArrivingUpload extends UploadAt, Quarantined {
  readonly upload: Upload
}

/** A piece of a file: the object that holds it, and the bytes of the file that it is. */
export interface Piece {
  readonly object: string
  readonly from: number
  readonly size: number
}

/** A file in quarantine that is due to be checked. */
export interface UploadToCheck extends UploadAt, Quarantined {
  readonly name: string
  readonly size: number
  /** How often its inspection broke down. */
  readonly failures: number
  /** The reference of what it came with, if that was sent; and of the request that asked a school for that. */
  readonly sentAs?: string
  readonly sentFor?: string
}

/** Pictures of the first pages of a file: how many pages it has, and the objects that hold them. */
export interface Painted {
  readonly pages: number
  readonly pictures: readonly { readonly object: string; readonly size: number }[]
}

export type CheckResult =
  | { readonly ready: { readonly object: string; readonly size: number; readonly type: FileType; readonly scanned: boolean; readonly painted?: Painted } }
  | { readonly refused: RefusalCode }
  /** It is tried again; `brokeDown` when the inspection did, which may be the file’s doing. */
  | { readonly retryAt: string; readonly brokeDown: boolean }

/** Where the bytes of files are, sealed, under names that say nothing. */
export interface Objects {
  /**
   * Keeps bytes under a name, all of them or none, and on the disk when it resolves. When the bytes reject, so does this, with their reason.
   * @throws StoreUnavailable when there is no room or no disk
   */
  put(name: string, bytes: Bytes): Promise<void>
  /** Undefined when there is nothing of that name. */
  get(name: string): Promise<Bytes | undefined>
  /** What is not there is deleted already. */
  delete(name: string): Promise<void>
  /** Everything that is there, and when it was written; also what was left by a write that never ended. */
  list(): AsyncIterable<{ readonly name: string; readonly at: string }>
}

/** `too-big`: more than the scanner takes. `unavailable`: it did not answer; to be asked again. `none`: there is no scanner (a demo). */
export type ScanResult = 'clean' | 'infected' | 'too-big' | 'unavailable' | 'none'
export interface Scanner {
  /** Looks for viruses. Rejects only when the bytes do. */
  scan(bytes: Bytes): Promise<ScanResult>
}

export interface Inspector {
  /**
   * Looks inside a file, apart from the portal's own process, and makes a copy without what should not travel with it. Reading the copy rejects
   * when it could not be made whole.
   * @throws InspectorFailed when the inspection itself broke down, which the file may have caused
   */
  inspect(file: { readonly name: string; readonly bytes: Bytes }): Promise<{ readonly refused: InsideFault } | { readonly type: FileType; readonly size: number; readonly copy: Bytes }>
  close(): Promise<void>
}

export interface Painter {
  /**
   * Pictures (JPEG) of the first pages of a cleaned file, painted apart from the portal's own process; none for a file that has no pages.
   * @throws InspectorFailed
   */
  pages(file: { readonly type: FileType; readonly bytes: Bytes }): Promise<{ readonly pages: number; readonly pictures: readonly Uint8Array[] }>
  /** Photos as one PDF, a page each. Reading it rejects with InspectorFailed when they cannot be joined. */
  join(photos: readonly { readonly size: number; readonly bytes: Bytes }[]): Bytes
  close(): Promise<void>
}

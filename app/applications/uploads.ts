import type { Role } from './actor'
import type { Answers } from '~/engine/form'

// What a file is that somebody sends with an application. Words for all these codes are in locales/en/papers.json.

/** The kinds of file that are taken: the endings their names may have, and what they are handed out as. */
export const fileTypes = {
  pdf: { endings: ['pdf'], mime: 'application/pdf' },
  docx: { endings: ['docx'], mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  odt: { endings: ['odt'], mime: 'application/vnd.oasis.opendocument.text' },
  rtf: { endings: ['rtf'], mime: 'application/rtf' },
  txt: { endings: ['txt'], mime: 'text/plain; charset=utf-8' },
  jpeg: { endings: ['jpg', 'jpeg'], mime: 'image/jpeg' },
  png: { endings: ['png'], mime: 'image/png' },
  // Kept as JPEG, which every computer can show.
  heic: { endings: ['heic', 'heif'], mime: 'image/heic' },
  mp3: { endings: ['mp3'], mime: 'audio/mpeg' },
  m4a: { endings: ['m4a'], mime: 'audio/mp4' },
  mp4: { endings: ['mp4'], mime: 'video/mp4' },
  // What iPhones film: the boxes of MP4 by their older name.
  mov: { endings: ['mov'], mime: 'video/quicktime' },
} as const satisfies Record<string, { readonly endings: readonly string[]; readonly mime: string }>
export type FileType = keyof typeof fileTypes

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** What a file is to whoever sends it, by its name, also where it is of a kind that is not taken. */
const MEDIA = {
  picture: ['jpg', 'jpeg', 'png', 'heic', 'heif', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'avif', 'svg', 'dng'],
  sound: ['mp3', 'm4a', 'ogg', 'oga', 'opus', 'amr', 'wav', 'aac', 'wma', 'flac', 'aif', 'aiff', 'caf'],
  film: ['mp4', 'mov', 'm4v', 'avi', 'wmv', 'mkv', 'webm', '3gp', '3g2', 'mpg', 'mpeg', 'mts'],
} as const satisfies Record<string, readonly string[]>
export type Medium = keyof typeof MEDIA | 'paper'
export const mediumNamed = (name: string): Medium =>
  (Object.keys(MEDIA) as (keyof typeof MEDIA)[]).find((medium) => (MEDIA[medium] as readonly string[]).includes(endingOf(name))) ?? 'paper'

/** The kind of file that a name says it is; undefined when it is none that is taken. */
export function fileTypeNamed(name: string): FileType | undefined {
  const ending = endingOf(name)
  return (Object.keys(fileTypes) as FileType[]).find((type) => (fileTypes[type].endings as readonly string[]).includes(ending))
}

/**
 * - arriving: its bytes are on their way, or were when the sender went away
 * - checking: it arrived whole and waits in quarantine; nobody can open it
 * - ready: it passed every check and can be opened
 * - refused: it cannot be taken, and its bytes are gone
 * - removed: whoever sent it took it back after the request was sent; its bytes are gone
 */
export const uploadStates = ['arriving', 'checking', 'ready', 'refused', 'removed'] as const
export type UploadState = (typeof uploadStates)[number]

/** What an inspection of a file's insides can find. */
export const insideFaults = [
  'not-what-it-says', 'damaged', 'locked', 'macros', 'links-out', 'file-inside', 'too-packed', 'too-many-pixels', 'live-form', 'could-not-check',
] as const
export type InsideFault = (typeof insideFaults)[number]

/** Why a file was refused. */
export const refusalCodes = ['empty', 'too-big', 'too-much', 'too-much-unsent', 'closed', 'wrong-kind', ...insideFaults, 'virus', 'too-big-to-scan', 'lost'] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Who did something with a file: their role, and which person or system it was. */
export interface By {
  readonly role: Role
  readonly who?: string
  /** They did it as whoever asked a school for the file. */
  readonly isAsker?: true
}

/** What the sender said of a file before its bytes came. */
export interface Expected {
  /** All of its bytes. */
  readonly size: number
  /** When it was last saved on the sender's device, in milliseconds: another version of a file is another file. */
  readonly modified: number
  /** How many of its bytes are here. */
  readonly came: number
}

/** A file's record. Times are ISO instants (UTC). */
export interface Upload {
  readonly id: string
  readonly state: UploadState
  /** As the sender's device calls it, made fit to be shown. */
  readonly name: string
  /** In bytes: of what is to come, of what arrived while it is checked, and then of what is handed out. */
  readonly size: number
  readonly by: By
  readonly beganAt: string
  /** When all of it was here; its sender may have begun days before. */
  readonly arrivedAt?: string
  readonly changedAt: string
  /** SHA-256 (hex) of the bytes as they arrived: the sender's receipt. */
  readonly hash?: string
  readonly type?: FileType
  /** How many pages it has, and of how many of these there are pictures. */
  readonly pages?: number
  readonly pictures?: number
  /** Whether a scanner looked at it; false only in a demo that has none. */
  readonly scanned?: boolean
  readonly refused?: RefusalCode
  /** The file that this one takes the place of. */
  readonly replaces?: string
  /** The question of the form that it answers instead of words. */
  readonly about?: string
  /** While it arrives in pieces. */
  readonly expected?: Expected
  /** What was said about it, as answers to the questions of the describing page. */
  readonly details: Answers
  /** Words in what was said about it may mean that somebody is in danger. */
  readonly mayMeanDanger?: boolean
  /** How often its details were changed. */
  readonly revision: number
}

/** When a file came. Of those that came before this was written down, only the beginning is known. */
export const cameAt = ({ arrivedAt, beganAt }: Pick<Upload, 'arrivedAt' | 'beganAt'>): string => arrivedAt ?? beganAt

/** The papers that an application has: what was refused, taken back or never came is none, and a better one stands for the old one. */
export function listedPapers(uploads: readonly Upload[]): readonly Upload[] {
  const listed = uploads.filter(({ state }) => state === 'checking' || state === 'ready')
  const replaced = new Set(listed.map(({ replaces }) => replaces))
  return listed.filter(({ id }) => !replaced.has(id))
}

/** The name under which a file is saved: what was painted anew as another kind has that kind's ending too. */
export const nameToSave = ({ name, type }: Pick<Upload, 'name' | 'type'>): string => (type && fileTypeNamed(name) !== type ? `${name}.${fileTypes[type].endings[0]}` : name)

/** That somebody opened a file. */
export interface Opening {
  readonly upload: string
  readonly by: By
  readonly at: string
}

/** What an application can hold. */
export interface UploadLimits {
  readonly files: number
  /** All files together, in bytes. */
  readonly bytes: number
  /** All files of all that one person or browser has begun and not sent, in bytes. */
  readonly draftBytes: number
  /** One file, in bytes. */
  readonly fileBytes: number
  /** One video, in bytes. */
  readonly videoBytes: number
  /** For how many hours a file that stopped arriving can be gone on with. */
  readonly unfinishedHours: number
}

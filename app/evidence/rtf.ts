import { NESTED, reachesOut } from './fields'
import { Found } from './found'

// Rich Text Format 1.9.1: groups in braces, control words after backslashes. It is read token by token; groups that say who wrote it are
// left out of the copy, and whatever holds or fetches something else is refused.

/** Control words that hold another file or make Word open one, or hide bytes from whoever reads letters. */
const OBJECTS = [
  'object', 'objdata', 'objclass', 'objemb', 'objlink', 'objautlink', 'objsub', 'objpub', 'objicemb', 'objhtml', 'objocx', 'objupdate', 'objname',
  'objalias', 'objsect', 'bin',
]
/** Groups that name the author, the company, the template on their disk, and who changed what when. */
const NOTES = ['info', 'template', 'userprops', 'revtbl', 'mailmerge', 'datastore', 'xmlnstbl', 'factoidname', 'atnauthor', 'atnid', 'generator']

const MAX_DEPTH = 500
// A brace · a control word with its number · a letter by its code · a control sign · plain text
const TOKEN = /([{}])|\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|[^{}\\\r\n]+|[\r\n]+|\\/g

interface Group {
  /** Where the copy of it begins in what is kept. */
  readonly keptBefore: number
  /** The letters in it, and those of the groups inside it. */
  text: string
  /** How many letters stand in for one that older programs do not know (\uc). */
  standIns: number
  isInstruction: boolean
  isField: boolean
  isNote: boolean
}

/** @throws Found */
export function cleanRtf(bytes: Buffer): Buffer {
  const rtf = bytes.toString('latin1')
  if (/[\0-\x08\x0e-\x1f]/.test(rtf)) throw new Found('could-not-check')
  const groups: Group[] = []
  const kept: string[] = []
  /** How many stand-ins are still to come. */
  let toSkip = 0

  for (const [said, brace, word, number, hex, sign] of rtf.matchAll(TOKEN)) {
    const group = groups.at(-1)
    if (brace === '{') {
      if (groups.length >= MAX_DEPTH) throw new Found('could-not-check')
      groups.push({ keptBefore: kept.length, text: '', standIns: group?.standIns ?? 1, isInstruction: false, isField: false, isNote: false })
      kept.push(said)
      continue
    }
    // Nothing may stand before the first group.
    if (!group) throw new Found('damaged')
    kept.push(said)
    if (brace === '}') {
      groups.pop()
      if (group.isInstruction && reachesOut(group.text)) throw new Found('links-out')
      if (group.isNote) kept.length = group.keptBefore
      const around = groups.at(-1)
      // Nothing after the last group is part of the document.
      if (!around) return Buffer.from(kept.join(''), 'latin1')
      around.text += group.isField ? NESTED : group.text
    } else if (word) {
      read(group, word.toLowerCase(), number, groups.length)
      toSkip = word === 'u' ? group.standIns : 0
    } else if (!/^[\r\n]/.test(said)) {
      const letters = hex ? String.fromCharCode(parseInt(hex, 16)) : sign ? (/[\\{}]/.test(sign) ? sign : '') : said
      group.text += letters.slice(toSkip)
      toSkip = Math.max(0, toSkip - letters.length)
    }
  }
  throw new Found('damaged')
}

function read(group: Group, word: string, number: string | undefined, depth: number): void {
  if (OBJECTS.includes(word)) throw new Found('file-inside')
  if (word === 'u') group.text += String.fromCharCode(Number(number) & 0xffff)
  if (word === 'uc') group.standIns = Math.max(0, Number(number ?? 1))
  if (word === 'fldinst') group.isInstruction = true
  if (word === 'field') group.isField = true
  // Not a group of its own: no program writes it so.
  if (NOTES.includes(word) && depth === 1) throw new Found('could-not-check')
  if (NOTES.includes(word)) group.isNote = true
}

import { syllable } from 'syllable'

/** Words of one language file: keys of any depth, sentences at the leaves. */
export type Words = { readonly [key: string]: string | Words }

/** A sentence with the key that leads to it, "date.errors.missingDay". */
export type Entry = { readonly key: string; readonly words: string }

/** Sentences that a person meets together, and so are measured together. */
export type Group = { readonly key: string; readonly entries: readonly Entry[] }

/**
 * Terms that a family will meet in letters and in law whatever we say, with the reason why we cannot say something else.
 * They are explained where they first appear, and count as easy words here.
 */
export const termsOfLaw: Readonly<Record<string, string>> = {
  'EHC needs assessment': 'the name of what is asked for, Children and Families Act 2014 s.36; it is on every letter',
  'EHC plan': 'the name of what may follow, Children and Families Act 2014 s.37',
  'education, health and care': 'what EHC stands for',
  'educational psychologist': 'a person who must be asked for advice, SEND Regulations 2014 reg 6; families meet them under this name',
  'special educational needs': 'the words of the test in law, Children and Families Act 2014 s.20',
  'special educational': 'the test in law speaks of special educational needs and of special educational provision',
  'speech and language therapist': 'a person whom families know under this name',
  'occupational therapist': 'a person whom families know under this name',
  paediatrician: 'a person whom families know under this name',
  'social worker': 'a person whom families know under this name',
  'parental responsibility': 'a legal standing that decides who may ask, Children Act 1989 s.3; no other words mean the same',
  'national insurance': 'the name of a number',
  'data protection officer': 'the title of the person to complain to, UK GDPR Art 37',
  ombudsman: 'the name of the office that families complain to',
  assessment: 'the name of what is asked for',
  council: 'who decides; every family knows the word',
  education: 'part of the names of the plan and of half the people in it',
  mediation: 'a step in law with a certificate of this name, Children and Families Act 2014 s.52',
  tribunal: 'where a family appeals',
  appeal: 'the name of the right',
  disability: 'the word of the Equality Act 2010; families use it',
  reference: 'the word on every letter that a family will be asked for',
  application: 'the word on every letter',
  information: 'every other word for it is longer or says something else',
  professional: 'no shorter word covers teachers, nurses and therapists together',
  university: 'the name of a place',
  interpreter: 'the name of a person that a family can ask for',
  january: 'a month',
  february: 'a month',
  saturday: 'a day',
}

/** Words that families should not meet, and what to say instead. */
export const jargon: Readonly<Record<string, string>> = {
  'at this moment in time': 'now',
  'due to the fact that': 'because',
  'failed to': 'say what to do now; never blame',
  'fill out': 'fill in',
  'in order to': 'to',
  'in respect of': 'about',
  'in the event that': 'if',
  'local authority': 'council',
  'multi-agency': 'say who',
  'prior to': 'before',
  'with panel': 'say who decides and by when',
  'you forgot': 'say what to do now; never blame',
  'you must not': 'do not',
  ascertain: 'find out',
  cohort: 'group',
  commence: 'start',
  criteria: 'say what the rules are',
  cyp: 'child',
  'e.g.': 'for example',
  ehcna: 'EHC needs assessment',
  ehcp: 'EHC plan',
  endeavour: 'try',
  'etc.': 'say what else',
  'i.e.': 'that is',
  illegal: 'say what to change; never blame',
  invalid: 'say what to change; never blame',
  liaise: 'talk',
  mandatory: 'say "you must" or "the law says"',
  oops: 'say what happened and what to do',
  pursuant: 'under',
  stakeholder: 'say who',
  statutory: 'say "the law says"',
  submit: 'send',
  terminate: 'end',
  threshold: 'say what the rule is',
  utilise: 'use',
  whilst: 'while',
}

/** Short forms that are jargon in capital letters only. */
const shortForms: Readonly<Record<string, string>> = { LA: 'council', LEA: 'council', PfA: 'say what for', MDT: 'say who' }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const wholeWord = (text: string, flags: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags)

const wordOf = /\p{L}[\p{L}\p{M}’'-]*|\p{N}+/gu
const longestFirst = (texts: readonly string[]) => [...texts].sort((a, b) => b.length - a.length)
const easyTerms = longestFirst(Object.keys(termsOfLaw)).map((term) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?:s|’s)?(?![\\p{L}\\p{N}])`, 'giu'),
  instead: (term.match(wordOf) ?? []).map(() => 'it').join(' '),
}))

/** What is read aloud: no markup, and each filled-in value ({{name}}), address on the web and email address as one short word. */
const plain = (words: string) =>
  words
    .replace(/\{\{[^}]*\}\}|\$t\([^)]*\)|https?:\/\/\S+|\S+@\S+/g, 'it')
    .replace(/<[^>]+>/g, ' ')

const withEasyTerms = (words: string) => easyTerms.reduce((text, { pattern, instead }) => text.replace(pattern, instead), words)

/** The sentences of a text. A line of its own (a label, an item of a list) is a sentence too. */
export const sentencesOf = (words: string): string[] =>
  plain(words)
    .split(/(?<=[.!?…]["”’)]*)\s+|\n+/u)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

export const wordCount = (sentence: string): number => sentence.match(wordOf)?.length ?? 0

/**
 * The Flesch–Kincaid grade of a group: the school year of the United States in which it can be read (5 is age 10 to 11).
 * Kincaid and others, Research Branch Report 8-75 (1975).
 */
export const gradeOf = ({ entries }: Group): number => {
  const sentences = entries.flatMap(({ words }) => sentencesOf(words))
  const words = sentences.flatMap((sentence) => withEasyTerms(sentence).match(wordOf) ?? [])
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** The words that make a group hard, the longest first, for whoever has to change them. */
export const hardWordsOf = ({ entries }: Group): string[] => {
  const words = entries.flatMap(({ words }) => withEasyTerms(plain(words)).match(wordOf) ?? [])
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => syllable(word) >= 3).sort((a, b) => syllable(b) - syllable(a))
}

/** The banned words in a text, each with what to say instead. */
export const jargonIn = (words: string): string[] => {
  const text = plain(words)
  return [
    ...Object.entries(jargon).filter(([word]) => wholeWord(word, 'iu').test(text)),
    ...Object.entries(shortForms).filter(([word]) => wholeWord(word, 'u').test(text)),
  ].map(([word, instead]) => `${word} → ${instead}`)
}

/** Every sentence of a file with its key. */
export const entriesOf = (words: Words, key = ''): Entry[] =>
  Object.entries(words).flatMap(([name, value]) => {
    const inner = key === '' ? name : `${key}.${name}`
    return typeof value === 'string' ? [{ key: inner, words: value }] : entriesOf(value, inner)
  })

/** A grade over fewer words than this says more about chance than about the text. */
const leastWords = 60

const size = (entries: readonly Entry[]) => entries.reduce((sum, { words }) => sum + wordCount(plain(words)), 0)

/**
 * The groups of a file: each page, question or card by itself if it has enough words, else together with its neighbours
 * under the same key. What is left at the top is a group however short.
 */
export const groupsOf = (words: Words, key = ''): Group[] => {
  const groups: Group[] = []
  const rest: Entry[] = []
  const visit = (node: Words, path: string, leftOver: Entry[]) => {
    const own: Entry[] = []
    for (const [name, value] of Object.entries(node)) {
      const inner = path === '' ? name : `${path}.${name}`
      if (typeof value === 'string') own.push({ key: inner, words: value })
      else visit(value, inner, own)
    }
    if (size(own) >= leastWords) groups.push({ key: path, entries: own })
    else leftOver.push(...own)
  }
  visit(words, key, rest)
  return rest.length > 0 ? [...groups, { key: key === '' ? '(rest)' : key, entries: rest }] : groups
}

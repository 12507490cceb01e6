import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { entriesOf, gradeOf, groupsOf, hardWordsOf, jargonIn, sentencesOf, wordCount, type Group, type Words } from './reading-age'

// Everything is for families, except what only people at work read, and words that the law gives us and that plain ones stand beside (law.json). Staff of
// schools know harder words than families, and have as little time.
const operatorFiles = ['api', 'config', 'desk', 'law', 'portal']
const staffFiles = ['school-advice', 'decline-invitation', 'school-member', 'schools']
const family = { sentence: 15, grade: 5 }
const staff = { sentence: 15, grade: 8 }
const operator = { sentence: 25 }

const folder = fileURLToPath(new URL('en/', import.meta.url))
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file.replace('.json', ''), words: JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Words }))

const longSentences = (words: Words, most: number) =>
  entriesOf(words).flatMap(({ key, words }) =>
    sentencesOf(words)
      .filter((sentence) => wordCount(sentence) > most)
      .map((sentence) => `${key}: ${wordCount(sentence)} words: ${sentence}`),
  )

for (const { name, words } of files) {
  const isOperator = operatorFiles.includes(name)
  const reader = staffFiles.includes(name) ? staff : family
  describe(`the words of ${name}.json`, () => {
    it('are in short sentences', () => {
      expect(longSentences(words, isOperator ? operator.sentence : reader.sentence)).toEqual([])
    })
    if (isOperator) return

    it(`can be read by ${reader === staff ? 'busy staff' : 'a child of ten'}`, () => {
      const hard = groupsOf(words)
        .filter((group) => gradeOf(group) > reader.grade)
        .map((group) => `${group.key}: grade ${gradeOf(group).toFixed(1)}: ${hardWordsOf(group).slice(0, 12).join(', ')}`)
      expect(hard).toEqual([])
    })

    it('are free of jargon and of blame', () => {
      expect(entriesOf(words).flatMap(({ key, words }) => jargonIn(words).map((word) => `${key}: ${word}`))).toEqual([])
    })
  })
}

describe('what is said of an answer that cannot be used', () => {
  const saysWhatToDo = (words: string) => sentencesOf(words).some((sentence) => /^(Add|Ask|Check|Choose|Enter|Make|Take|Tick|Type|Use|Wait|Write)\b/.test(sentence))
  const faults = files.flatMap(({ name, words }) => entriesOf(words).flatMap(({ key, words }) => (/(^|\.)errors\./.test(key) ? [{ key: `${name}:${key}`, words }] : [])))

  it('always says what to do about it', () => {
    expect(faults.length).toBeGreaterThan(50)
    expect(faults.filter(({ words }) => !saysWhatToDo(words))).toEqual([])
    expect(['This is wrong.', 'This date has not come yet.', ''].filter(saysWhatToDo)).toEqual([])
  })
})

describe('the measure itself', () => {
  const group = (...words: string[]): Group => ({ key: 'test', entries: words.map((sentence) => ({ key: 'test', words: sentence })) })

  it('tells an easy text from a hard one', () => {
    expect(gradeOf(group('We got your form. We will write to you by Monday. You can call us.'))).toBeLessThan(2)
    expect(
      gradeOf(group('The authority will endeavour to facilitate appropriate multidisciplinary provision in accordance with statutory obligations.')),
    ).toBeGreaterThan(15)
  })

  it('agrees with the published formula', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
    expect(gradeOf(group('The cat sat on the mat.'))).toBeCloseTo(-1.45, 2)
    // 10 words, 2 sentences, 17 syllables: 0.39 × 5 + 11.8 × 1.7 − 15.59
    expect(gradeOf(group('Nobody likes a hungry lion. A paper tiger is better.'))).toBeCloseTo(6.42, 2)
  })

  it('counts a filled-in value as one word, and markup as none', () => {
    expect(wordCount(sentencesOf('{{name}}, you have <b>{{count, number}}</b> days.')[0] ?? '')).toBe(5)
  })

  it('ends a sentence at its mark, and a label at its line', () => {
    expect(sentencesOf('Is it safe? Yes.\nName')).toEqual(['Is it safe?', 'Yes.', 'Name'])
  })

  it('does not hold the terms of law against a writer', () => {
    const [withTerm, without] = [group('The council will say yes to an EHC needs assessment.'), group('The cat will say yes to an it it it.')]
    expect(gradeOf(withTerm)).toBeLessThanOrEqual(gradeOf(without))
  })

  it('finds jargon in any case but not inside other words', () => {
    expect(jargonIn('Submit the EHCP to the LA')).toHaveLength(3)
    expect(jargonIn('It is late. Last, they laid a plan.')).toEqual([])
  })

  it('joins short pages to their neighbours and measures long ones alone', () => {
    const long = 'We will look at what you sent and write to you. '.repeat(6)
    const keys = groupsOf({ page: { a: 'Name', b: { hint: 'Your name' } }, other: { text: long }, title: 'Ask' }).map(({ key, entries }) => [key, entries.length])
    expect(keys).toEqual([['other', 1], ['(rest)', 3]])
  })
})

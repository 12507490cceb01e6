import { beforeAll, describe, expect, it } from 'vitest'
import { blankLooks } from '~/engine/blank-request'
import { questionsOf, type Form } from '~/engine/form'
import { nameIn, wordsOf } from '~/engine/naming'
import { screensOf } from '~/engine/screen'
import { forms } from '~/forms'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import { languages } from '~/i18n/languages'
import { wordsFor, type LanguageWords } from '~/i18n/words'
import { numbersOf } from './blank/numbers'
import { onlyIf } from './blank/only-if'
import { blankOf, council, linesToWrite, printedQuestions, rulesIn, textsOfBlank } from './blanks.contract'
import { lookOf } from './kit/form/look'
import { faultsOf, readPdf, sizeOf, unspaced } from './read-pdf.contract'

const saidIn = (form: Form, words: LanguageWords) => wordsOf(form, words, nameIn(form, () => undefined, words))

// The pseudo-language, which nobody is sent, in the look that fits most.
const every = forms.flatMap((form) =>
  languages.flatMap(({ code, pseudo }) => blankLooks.slice(0, pseudo ? 1 : undefined).map((look) => ({ form, language: code, look }))),
)

describe.each(every)('the blank form $form.id in $language, $look', ({ form, language, look }) => {
  const { shape, type } = lookOf(look === 'large' ? 'large' : 'ordinary', look === 'fillable')
  let bytes: Uint8Array
  let read: Awaited<ReturnType<typeof readPdf>>
  beforeAll(async () => {
    bytes = await blankOf(form, language, look)
    read = await readPdf(bytes, shape)
  }, 120_000)
  const textsOfPages = () => read.pages.map((page) => unspaced(page.content.map((piece) => piece.text).join('')))

  it('says how to send it, asks every question with its hints and conditions, and gives the reasons, in order', () => {
    const text = textsOfPages().join('')
    let from = 0
    for (const { text: said } of textsOfBlank(form, { language, look })) {
      const at = text.indexOf(unspaced(said), from)
      expect(at, `${said} after ${text.slice(from, from + 80)}`).toBeGreaterThanOrEqual(0)
      from = at + unspaced(said).length
    }
  })

  it('keeps headings and conditions with what they head', () => {
    const heads = textsOfBlank(form, { language, look }).flatMap(({ text, isHead }) => (isHead ? [unspaced(text)] : []))
    expect(textsOfPages().flatMap((text) => heads.filter((head) => text.endsWith(head)))).toEqual([])
  })

  it(`has no letter that is smaller than ${type.small} points`, () => {
    const sizes = read.pages.flatMap((page) => page.pieces.map(sizeOf))
    expect(Math.min(...sizes)).toBeCloseTo(type.small, 3)
  })

  it('has as many lines to write on, or fields of their height, as the questions need', async () => {
    const asked = printedQuestions(form)
    if (look === 'fillable') {
      for (const question of asked.filter(({ kind }) => ['text', 'long-text', 'address'].includes(kind.name))) {
        const own = read.fields.filter(({ fieldName }) => new RegExp(`(^|-)${question.id}(-lines)?$`).test(fieldName))
        const lines = own.map(({ place }) => (place.top - place.bottom) / shape.line)
        expect(Math.round(Math.min(...lines)), question.id).toBeGreaterThanOrEqual(linesToWrite(question))
      }
    } else {
      const rules = await rulesIn(bytes)
      expect(rules.filter((down) => down % shape.line !== 0)).toEqual([])
      // A line is the edge of its box or a rule inside it. There are four boxes of six lines on the extra sheets.
      expect(rules.length).toBeGreaterThanOrEqual(asked.reduce((sum, question) => sum + linesToWrite(question) - 1, 4 * 5))
    }
  })

  it('has nothing over anything else, nothing off the page and nothing in a margin', () => {
    expect(read.pages.flatMap(faultsOf)).toEqual([])
    const places = read.pages.map(({ pieces, ...page }, index) => ({ ...page, pieces: [...pieces, ...read.fields.filter((field) => field.page === index + 1).map(({ place }) => place)] }))
    expect(places.flatMap(faultsOf)).toEqual([])
    for (const page of read.pages) expect(page.pieces.length - page.content.length, page.pieces[0]?.text).toBe(3)
  })

  it('leads to the council by email, and to free help on the web', () => {
    expect(read.links).toEqual([`mailto:${council.email}`, `${council.sendiass.website}/`])
  })

  it('numbers its pages, and runs nothing', () => {
    const words = wordsFor(language)
    read.pages.forEach((page, index) => expect(page.pieces.map(({ text }) => text)).toContain(words.text('paper:blank.page', { page: index + 1, pages: read.pages.length })))
    expect(read.scripts).toBeNull()
    expect(read.fields.length > 0).toBe(look === 'fillable')
  })
})

describe.each(forms)('the conditions of $id', (form) => {
  it.each(languages)('can each be said on paper, in $code', ({ code }) => {
    const words = wordsFor(code)
    const say = onlyIf(form, saidIn(form, words), words, numbersOf(form))
    for (const { page } of screensOf(form)) if (page.when) expect(say(page.when).text, page.id).not.toMatch(/undefined|\{\{|: /)
  })

  it('name questions by numbers that lead to one question each', () => {
    const numbers = [...numbersOf(form).values()]
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBe(questionsOf(form).length)
  })
})

it('tells schools of the family, who alone may appeal, and families of themselves', () => {
  const said = (form: Form) => textsOfBlank(form, { language: 'en', look: 'ordinary' }).map(({ text }) => text)
  const appeal = (form: Form) => said(form).filter((text) => text.includes('appeal'))
  expect([appeal(parentRequest), appeal(schoolAdvice)]).toEqual([['If we say no, we tell you why. You can appeal.'], ['If we say no, we tell the family why. Only they can appeal.']])
})

describe('a condition', () => {
  const words = wordsFor('en')
  const sayIn = (form: Form) => {
    const say = onlyIf(form, saidIn(form, words), words, numbersOf(form))
    return (id: string) => {
      const when = screensOf(form).find(({ page }) => page.id === id)?.page.when
      return when && say(when).text
    }
  }

  it('is said in the words of the form', () => {
    const when = sayIn(parentRequest)
    expect([when('your-role'), when('lives-with-you'), when('school-name'), when('daily-health-details'), when('missing-school'), when('child-address'), when('own-choice')]).toEqual([
      'you ticked “Someone else” at question 1',
      'you did not tick “Someone else” at question 1',
      'you ticked one of the first 5 boxes at question 46',
      'you ticked a box at question 149, but not “None of these”',
      'you ticked one of the first 5 boxes at question 46, and you ticked “Part time, as agreed with the school”, “Some days, but not all” or “Not at all” at question 53',
      'your child does not live with you, or you gave no address at question 11',
      'your child is past school leaving age, or you are not sure',
    ])
  })

  it('speaks to a young person of themselves', () => {
    const when = sayIn(youngPersonRequest)
    expect([when('my-parents'), when('more-time'), when('grown-up')]).toEqual([
      'you have passed school leaving age, or you are not sure',
      'you are 18 or over, or you are not sure',
      'you have not passed school leaving age, and no parent asks for you',
    ])
  })
})

import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { exampleAnswers } from '~/engine/describe-form'
import { itemQuestionsOf, pagesOf, questionsOf, type Answers, type Form, type Question, type RepeatSettings } from '~/engine/form'
import { fieldName, NOT_SAID, typedFrom } from '~/engine/read-page'
import { itemsOf } from '~/engine/repeat'
import { forms } from '~/forms'
import { codeOf } from '../blank/edition'
import { printedItems } from '../blank/numbers'
import { CODE_FIELD, paperName, type PlaceAmongSeveral } from '../blank/paper-name'
import { blankOf } from '../blanks.contract'
import { fieldsIn, Unreadable, type FilledFields } from './fields-in'
import { formCodeOf, readFilled } from './read-filled'

const today = '2026-11-10'

/** The fields as somebody would fill them in who gives these answers. */
function filledBy(form: Form, answers: Answers): Map<string, readonly string[]> {
  const filled = new Map<string, readonly string[]>([[CODE_FIELD, [codeOf(form, 'en')]]])
  const fill = (question: Question, answer: unknown, item?: PlaceAmongSeveral) => {
    const isOneOfFew = question.kind.boxes(question.settings).every((box) => box.name === '' && !box.many) && question.kind.options
    for (const [box, value] of Object.entries(typedFrom(question, answer))) {
      const web = fieldName(question.id, box === NOT_SAID && isOneOfFew ? '' : box)
      if (typeof value !== 'string') for (const option of value) filled.set(paperName(fieldName(question.id, option), item), [option])
      else if (value !== '') filled.set(paperName(web, item), [value])
    }
  }
  for (const question of pagesOf(form).flatMap((page) => page.questions)) {
    const asked = itemQuestionsOf(question)
    if (!asked) fill(question, answers[question.id])
    itemsOf(answers, question.id).forEach((item, index) => asked?.forEach((each) => fill(each, item[each.id], { repeated: question.id, copy: index + 1 })))
  }
  return filled
}

/** What can come back: no blanks, as many items as are printed, each under the key of its place. */
const onPaper = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    pagesOf(form).flatMap(({ questions }) =>
      questions.flatMap((question): [string, unknown][] => {
        const answer = answers[question.id]
        if (answer === null || answer === undefined) return []
        if (!itemQuestionsOf(question)) return [[question.id, answer]]
        const items = itemsOf(answers, question.id).slice(0, printedItems(question.settings as RepeatSettings))
        return items.length > 0 ? [[question.id, items.map((item, index) => ({ ...item, key: `paper${index + 1}` }))]] : []
      }),
    ),
  )

describe.each(forms)('a paper form of $id that was typed in', (form) => {
  it('is read back as the answers that were given', () => {
    const answers = exampleAnswers(form, today)
    expect(readFilled(form, filledBy(form, answers))).toEqual({ answers: onPaper(form, answers), doubts: [], isThisEdition: true })
  })

  it('is read back whatever was ticked, left blank or not said', () => {
    const answerTo = ({ kind, settings, notSaid, need }: Question) => {
      const options = (kind.options?.(settings) ?? []).map((code) => (kind.value(settings).safeParse(code).success ? code : [code]))
      return fc.constantFrom(kind.example(settings), ...options, ...notSaid.map((code) => ({ notSaid: code })), ...(need === 'required' ? [] : [null]))
    }
    const people = fc.record(Object.fromEntries(pagesOf(form).flatMap(({ questions }) => questions.map((each) => [each.id, answerTo(each)]))))
    fc.assert(
      fc.property(people, (answers) => {
        const { answers: read, doubts } = readFilled(form, filledBy(form, answers))
        expect({ read, doubts: doubts.filter(({ code }) => !code.startsWith('needs.')) }).toEqual({ read: onPaper(form, answers), doubts: [] })
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['a program that writes values alone', filledPdf],
    ['the PDF viewer of Firefox', filledInFirefox],
  ])('is read from a PDF that was filled in with %s', async (_program, fillIn) => {
    const blank = await blankPdf(form)
    expect(formCodeOf(await fieldsIn(blank))).toMatchObject({ form: form.id, language: 'en' })
    const answers = { ...exampleAnswers(form, today), ...(form.id === 'parent-request' && { whyNow: 'Zażółć gęślą jaźń, (a bracket\nand a line)' }) }
    const wanted = filledBy(form, answers)
    const filled = await fillIn(blank, wanted)
    const { answers: read, doubts } = readFilled(form, await fieldsIn(filled))
    expect({ read, doubts }).toEqual({ read: onPaper(form, answers), doubts: [] })
  }, 240_000)
})

const blankPdf = (form: Form): Promise<Uint8Array> => blankOf(form, 'en', 'fillable')

/** Fills in as somebody does who types and ticks in the viewer, and presses Save. */
async function filledInFirefox(blank: Uint8Array, wanted: FilledFields): Promise<Uint8Array> {
  const document = await getDocument({ data: Uint8Array.from(blank), verbosity: 0 }).promise
  const fields = (await document.getFieldObjects()) as Record<string, { id: string; type: string; exportValues?: string }[]> | null
  for (const [name, [value = '']] of wanted) {
    if (name === CODE_FIELD) continue
    const boxes = fields?.[name] ?? []
    expect(boxes.length, name).toBeGreaterThan(0)
    for (const { id, type, exportValues } of boxes) document.annotationStorage.setValue(id, { value: type === 'checkbox' ? exportValues === value : value })
  }
  const saved = await document.saveDocument()
  await document.destroy()
  return saved
}

/** Fills in every field that is wanted, and fails for one that the file does not have. */
async function filledPdf(blank: Uint8Array, wanted: FilledFields): Promise<Uint8Array> {
  const document = await PDFDocument.load(blank, { updateMetadata: false })
  const acroForm = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  const fields = acroForm.lookup(PDFName.of('Fields'), PDFArray)
  const missing = new Set(wanted.keys())
  for (let index = 0; index < fields.size(); index++) {
    const field = fields.lookup(index, PDFDict)
    const name = field.lookup(PDFName.of('T'))
    const value = name instanceof PDFString || name instanceof PDFHexString ? wanted.get(name.decodeText())?.[0] : undefined
    if (value === undefined || !(name instanceof PDFString || name instanceof PDFHexString)) continue
    missing.delete(name.decodeText())
    field.set(PDFName.of('V'), field.lookup(PDFName.of('FT')) === PDFName.of('Btn') ? PDFName.of(value) : PDFHexString.fromText(value))
  }
  expect([...missing]).toEqual([])
  return document.save({ updateFieldAppearances: false })
}

describe('what a person has to look at', () => {
  const [form] = forms as [Form]
  const read = (fields: Record<string, string | readonly string[]>) => readFilled(form, new Map([...filledBy(form, exampleAnswers(form, today)), ...Object.entries(fields).map(([name, value]): [string, readonly string[]] => [name, [value].flat()])]))

  it('is told where something typed is no answer, and left out', () => {
    const { answers, doubts } = read({ 'childBirthDate-day': '31', 'childBirthDate-month': 'February', 'childBirthDate-year': '2017' })
    expect(doubts).toMatchObject([{ code: 'notADate', typed: ['31', 'February', '2017'], question: { id: 'childBirthDate' } }])
    expect(answers).not.toHaveProperty('childBirthDate')
  })

  it('is told of each answer without which it is no request, also where one of several would do', () => {
    const { doubts } = readFilled(form, new Map([[CODE_FIELD, [codeOf(form, 'en')]]]))
    const required = questionsOf(form).filter(({ need }) => need === 'required').map(() => 'required')
    expect(doubts.map(({ code }) => code).sort()).toEqual([...form.needs.map(({ id }) => `needs.${id}`), ...required].sort())
    for (const { number } of doubts) expect(number).toMatch(/^\d+$/)
  })

  it('is told where somebody answers and would rather not say', () => {
    expect(read({ moreSupport: 'A quiet room', 'moreSupport-notSaid': 'dont-know' }).doubts).toMatchObject([{ code: 'bothSaid', question: { id: 'moreSupport' } }])
  })

  it('is told what the extra sheets add, with the question where its number is known', () => {
    const { doubts } = read({ 'extra-1-question-1': ' 3 ', 'extra-1-more-1': 'Also known as Kasia', 'extra-1-question-2': '26A', 'extra-1-more-2': 'Jan', 'extra-2-question-1': 'the one about sleep', 'extra-2-more-1': 'Two hours' })
    expect(doubts.map(({ number, question, typed }) => [number, question?.id, ...typed])).toEqual([
      ['3', 'childFirstNames', 'Also known as Kasia'],
      ['26a', 'otherParentFirstNames', 'Jan'],
      ['the one about sleep', undefined, 'Two hours'],
    ])
  })

  it('is told where two boxes are ticked and one may be', () => {
    const { answers, doubts } = read({ whoYouAre: ['parent', 'other'] })
    expect(doubts).toMatchObject([{ number: '1', code: 'twoTicked', typed: ['parent', 'other'] }])
    expect(answers).not.toHaveProperty('whoYouAre')
  })

  it('is told what does not fit', () => {
    expect(read({ childFirstNames: 'x'.repeat(201) }).doubts).toMatchObject([{ code: 'tooLong', question: { id: 'childFirstNames' } }])
  })

  it('is told when the form asks other questions now', () => {
    expect(read({ [CODE_FIELD]: `${form.id} en 00000000` }).isThisEdition).toBe(false)
  })

  it('never takes an option that nobody offered', () => {
    expect(read({ whoYouAre: 'king' }).doubts).toMatchObject([{ code: 'notAnOption', typed: ['king'] }])
  })
})

describe('a file that is no form of ours', () => {
  const code = (bytes: Uint8Array) => fieldsIn(bytes).catch((error: unknown) => (error instanceof Unreadable ? error.code : error))
  const text = (words: string) => new TextEncoder().encode(words)

  it('is refused by what is wrong with it', async () => {
    const empty = await PDFDocument.create()
    empty.addPage()
    expect(await code(await empty.save())).toBe('no-fields')
    expect(await code(text('a letter'))).toBe('not-a-pdf')
    expect(await code(new Uint8Array(0))).toBe('not-a-pdf')
    expect(await code(new Uint8Array(11 * 1024 * 1024))).toBe('too-large')
    expect(await code(text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /AcroForm 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>'))).toBe('no-fields')
  })

  it('is refused when it is locked', async () => {
    const locked = await PDFDocument.create()
    locked.addPage()
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
    expect(await code(await locked.save())).toBe('locked')
  })

  it('never goes round in circles', async () => {
    const circle = await PDFDocument.create()
    circle.addPage()
    const fields = circle.context.obj([])
    const reference = circle.context.register(fields)
    // Each field leads to both: without a memory, every step would double the way.
    for (const name of ['again', 'and again']) fields.push(circle.context.register(circle.context.obj({ T: PDFString.of(name), Kids: reference })))
    circle.catalog.set(PDFName.of('AcroForm'), circle.context.obj({ Fields: reference }))
    expect(await code(await circle.save())).toEqual(new Map())
  })
})

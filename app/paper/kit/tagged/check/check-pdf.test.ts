import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { questionnaireBreakages, reportBreakages, type Breakage } from './breakages.contract'
import { checkPdf, ruleNames } from './check-pdf.contract'
import { writeQuestionnaire, writeReport } from './sample.contract'

describe('a report and a form to fill in', () => {
  it('have no fault', async () => {
    expect((await checkPdf(await writeReport())).faults).toEqual([])
    expect((await checkPdf(await writeQuestionnaire())).faults).toEqual([])
  })

  it('are the same bytes each time', async () => {
    for (const write of [writeReport, writeQuestionnaire]) expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true)
  })

  it('are read in the order in which they were written, whatever the page breaks', async () => {
    const { lines } = await checkPdf(await writeReport())
    expect(lines.map(({ path, text }) => `${path}: ${text.slice(0, 24).trim()}`)).toEqual([
      'Figure: ',
      'H1: Trips & outings',
      'P: Read what others say of',
      'Sect/H2: Questions',
      'Sect/L/LI/Lbl: When does it leave?',
      'Sect/L/LI/LBody/P: At nine.',
      'Sect/L/LI/LBody/P: The bus leaves at nine,',
      'Sect/L/LI/Lbl: Who may come?',
      'Sect/L/LI/LBody/P: The bus leaves at nine,',
      'Sect/L/LI/LBody/P: Everybody.',
      'Sect/P: Room for trip A',
      'Sect/P: Room for trip B',
      'Sect/P: Room for trip C',
      'Sect/P: Room for trip D',
      'Sect/H2: Costs',
      'Sect/H3: In pounds',
      'Sect/Table/THead/TR/TH: Trip',
      'Sect/Table/THead/TR/TH: Child',
      'Sect/Table/THead/TR/TH: Adult',
      'Sect/Table/TBody/TR/TH: Farm',
      'Sect/Table/TBody/TR/TD: 2',
      'Sect/Table/TBody/TR/TD: 3',
      'Sect/Table/TBody/TR/TH: Park',
      'Sect/Table/TBody/TR/TD: free',
      'Sect/Link/P: Write to us',
      'Sect/P: Diolch yn fawr',
    ])
  })
})

describe.each([
  ['a report', writeReport, reportBreakages],
  ['a form to fill in', writeQuestionnaire, questionnaireBreakages],
] as const)('a sound file that is broken once: %s', (_what, write, breakages) => {
  let sound: Uint8Array
  beforeAll(async () => void (sound = await write()))

  it.each(breakages)('%s is found by %s', async (...[, rule, breakIt]: Breakage) => {
    const file = await PDFDocument.load(sound, { updateMetadata: false })
    breakIt(file)
    const { faults } = await checkPdf(await file.save({ useObjectStreams: false }))
    expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${rule}:`)))
  })
})

it('no rule is without a file that breaks it', () => {
  const proven = new Set([...reportBreakages, ...questionnaireBreakages].map(([, rule]) => rule))
  expect(ruleNames.filter((name) => !proven.has(name))).toEqual([])
  expect(proven.size).toBe(ruleNames.length)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalIn } from './portal.contract'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'read-form-'))))
afterAll(() => rmSync(folder, { recursive: true }))

describe('portal read-form', () => {
  it('prints what somebody typed into the form of portal blank-form, and says beside it what to look at', async () => {
    const blank = portalIn(folder, ['blank-form', '--form', 'parent-request', '--look', 'fillable', '--out', 'form.pdf'])
    expect(blank).toEqual({ status: 0, stdout: `${join(folder, 'form.pdf')}\n`, stderr: '' })

    const form = await PDFDocument.load(readFileSync(join(folder, 'form.pdf')))
    form.getForm().getTextField('childFirstNames').setText('Zofia')
    form.getForm().getTextField('childBirthDate-year').setText('20177')
    form.getForm().getCheckBox('askForAssessment-ask').check()
    writeFileSync(join(folder, 'filled.pdf'), await form.save({ updateFieldAppearances: false }))

    const { status, stdout, stderr } = portalIn(folder, ['read-form', 'filled.pdf'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ childFirstNames: 'Zofia', askForAssessment: ['ask'] })
    expect(stderr).toMatch(/^Question 1: Who are you\? Nothing typed: Choose who you are$/m)
    expect(stderr).toMatch(/^Question 5: When was your child born\? Typed: "20177"\. Left out: /m)
  }, 240_000)

  it('says no to what is no form of ours', () => {
    writeFileSync(join(folder, 'letter.pdf'), 'Dear council')
    expect(portalIn(folder, ['read-form', 'letter.pdf'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'letter.pdf is not a PDF that can be read. Ask for it again, or type it in.\n',
    })
    expect(portalIn(folder, ['read-form', 'nothing.pdf']).status).toBe(1)
    expect(portalIn(folder, ['read-form']).status).toBe(2)
  }, 120_000)
})

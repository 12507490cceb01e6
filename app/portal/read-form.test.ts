import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import { blankOf } from '~/paper/blanks.contract'
import { portalIn } from './portal.contract'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'read-form-'))))
afterAll(() => rmSync(folder, { recursive: true }))

describe('portal read-form', () => {
  it('prints what somebody typed into the form of portal blank-form, and says beside it what to look at', async () => {
    const blank = portalIn(folder, ['blank-form', '--form', 'parent-request', '--fillable', '--out', 'form.pdf'])
    expect(blank).toEqual({ status: 0, stdout: `${join(folder, 'form.pdf')}\n`, stderr: '' })
    // The same bytes each time, whoever prints it.
    expect(readFileSync(join(folder, 'form.pdf')).equals(await blankOf(parentRequest, 'en', 'fillable'))).toBe(true)

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

  it('says no to a small file that unpacks to more than the machine has, and does not fall over', () => {
    const packed = deflateSync(Buffer.concat([Buffer.from('2 0 '), Buffer.alloc(600 * 2 ** 20, ' ')]))
    const head = `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
    writeFileSync(join(folder, 'bomb.pdf'), Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer << /Root 2 0 R >>\n%%EOF')]))
    const { status, stdout, stderr } = portalIn(folder, ['read-form', 'bomb.pdf'])
    expect([status, stdout]).toEqual([1, ''])
    // Whichever comes first: the parser runs out of memory, or of time.
    expect(stderr).toMatch(/^bomb\.pdf (is not a PDF that can be read|takes more memory or time than any form of ours)\. Ask for it again, or type it in\.\n$/)
  }, 120_000)
})

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PrintJob, Printer } from '~/applications/ports'
import { shelfPrinter } from './shelf-printer'

const council = { name: 'Anyborough Council', team: 'SEND team', phone: '0113 496 0000', hours: 'daily', textRelay: '18001', email: 'a@b.example', post: ['1 Street'], sendiass: { name: 'S', phone: '1', website: 'w' } }
const blank = (changes: Partial<typeof council> = {}): PrintJob => ({ kind: 'blank', form: 'parent-request', language: 'en', look: 'ordinary', council: { ...council, ...changes } })
const copy: PrintJob = { kind: 'copy', summary: { form: 'f', language: 'en', title: 't', name: 'n', sections: [] }, councilName: 'C' }
const pdf = Buffer.from('%PDF-1.7 /Type /Pages /Type /Page\n/Type /Page\n %%EOF\n')

let folder: string
let printed: PrintJob[]
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'shelf-')), 'forms')
  printed = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const press: Printer = {
  print: async (job) => {
    printed.push(job)
    return pdf
  },
  kept: async () => undefined,
  close: async () => undefined,
}
const open = (build = 'first', place = folder) => shelfPrinter(press, place, build)

describe('a shelf of blank forms', () => {
  it('prints a form once, also for a portal that is started again', async () => {
    expect(await open().kept(blank())).toBeUndefined()
    expect(Buffer.from(await open().print(blank())).equals(pdf)).toBe(true)
    expect(Buffer.from(await open().print(blank())).equals(pdf)).toBe(true)
    expect(printed.length).toBe(1)
    expect(await open().kept(blank())).toEqual({ pages: 2, bytes: pdf.byteLength })
  })

  it('prints it anew when the code or what is on it has changed, and lets go of the old one', async () => {
    await open().print(blank())
    await open('second').print(blank())
    await open('second').print(blank({ phone: '0113 496 0001' }))
    expect(printed.length).toBe(3)
    expect(readdirSync(folder).length).toBe(1)
  })

  it('knows a form that it has just printed', async () => {
    const shelf = open()
    expect(await shelf.kept(blank())).toBeUndefined()
    await shelf.print(blank())
    expect(await shelf.kept(blank())).toEqual({ pages: 2, bytes: pdf.byteLength })
  })

  it('never takes a part of a file for the whole', async () => {
    await open().print(blank())
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), pdf.subarray(0, 20))
    expect(await open().kept(blank())).toBeUndefined()
    expect(Buffer.from(await open().print(blank())).equals(pdf)).toBe(true)
    expect(printed.length).toBe(2)
  })

  it('never keeps what somebody sent', async () => {
    const shelf = open()
    await shelf.print(copy)
    await shelf.print(copy)
    expect(printed.length).toBe(2)
    expect(() => readdirSync(folder)).toThrow()
  })

  it('hands over a form even when it cannot be kept', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'shelf-')), 'a-file')
    writeFileSync(file, '')
    expect(Buffer.from(await open('first', join(file, 'inside')).print(blank())).equals(pdf)).toBe(true)
  })
})

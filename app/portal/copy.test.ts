import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudo } from '~/i18n/pseudo'
import { readPdf, unspaced } from '~/paper/read-pdf.contract'
import { portalIn } from './portal.contract'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'copy-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function copy(answers: string | Buffer, ...more: string[]) {
  writeFileSync(join(folder, 'answers.json'), answers)
  const args = ['copy', '--form', 'parent-request', '--answers', 'answers.json', '--out', 'copy.pdf', ...more]
  return portalIn(folder, args)
}

const written = async () => {
  const { pages } = await readPdf(readFileSync(join(folder, 'copy.pdf')))
  return unspaced(pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join(''))
}

describe('portal copy', () => {
  it('prints answers as a draft, and says only where', async () => {
    expect(copy('{ "childFirstNames": "Łucja" }')).toEqual({ status: 0, stdout: `${join(folder, 'copy.pdf')}\n`, stderr: '' })
    const text = await written()
    expect(text).toContain('Łucja')
    expect(text).toContain(unspaced('Draft: not sent'))
  })

  it('speaks the language that is asked for', async () => {
    expect(copy('{}', '--lang', 'qps').status).toBe(0)
    expect(await written()).toContain(unspaced(pseudo('Draft: not sent')))
  })

  it.each([
    ['an unknown question', '{ "noSuchQuestion": "x" }', 'noSuchQuestion: this form has no such question. Take it out.\n'],
    ['a wrong shape', '{ "childFirstNames": 7 }', 'childFirstNames: the value does not have the shape'],
    ['a list', '[]', 'the whole file: not an object.'],
    ['broken JSON', '{', 'answers.json is not JSON:'],
    ['bytes that are no text', Buffer.from('{ "childFirstNames": "\xC9ve" }', 'latin1'), 'Cannot read answers.json:'],
    ['what is left of such bytes', '{ "childFirstNames": "\uFFFDve" }', 'childFirstNames: '],
  ])('says no to %s', (_what, answers, complaint) => {
    rmSync(join(folder, 'copy.pdf'), { force: true })
    const { status, stdout, stderr } = copy(answers)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(complaint)
    expect(existsSync(join(folder, 'copy.pdf'))).toBe(false)
  })

  it.each([
    ['a language nobody speaks', ['--lang', 'xx'], 'There is no language xx. Use one of: en, qps.'],
    ['a form that is not there', ['--form', 'none'], 'There is no form none. Use one of: parent-request'],
    ['an option that is not there', ['--colour', 'red'], '--colour'],
  ])('calls %s a wrong use', (_what, more, complaint) => {
    const { status, stdout, stderr } = copy('{}', ...more)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(complaint)
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copies } from './copies.contract'
import { unspaced } from './read-pdf.contract'
import { renderCopy } from './render-copy'

// qpdf and poppler-utils judge the file as a stranger would. Where they are not installed these tests are skipped by name.
const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'copies-'))
const fileOf = (name: string) => join(folder, `${name.replace(/\W+/g, '-')}.pdf`)
const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

beforeAll(async () => {
  for (const [name, request] of Object.entries(copies)) writeFileSync(fileOf(name), await renderCopy(request))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(Object.keys(copies))('%s', (name) => {
  it.skipIf(!isThere('qpdf'))('is a sound PDF (needs qpdf)', () => {
    expect(run('qpdf', '--check', fileOf(name))).toEqual({ status: 0, said: expect.stringContaining('No syntax or stream encoding errors found') })
  })

  it.skipIf(!isThere('pdffonts'))('embeds its two fonts, once each, with their meaning (needs poppler-utils)', () => {
    const fonts = run('pdffonts', fileOf(name)).said.trim().split('\n').slice(2)
    expect(fonts.map((line) => line.replace(/\s+\d+\s+\d+$/, '').replace(/^\w+\+/, '').split(/\s+/).join(' ')).sort()).toEqual([
      'NotoSans-Bold CID TrueType Identity-H yes yes yes',
      'NotoSans-Regular CID TrueType Identity-H yes yes yes',
    ])
  })

  it.skipIf(!isThere('pdftotext'))('reads the same in another reader (needs poppler-utils)', () => {
    const text = unspaced(run('pdftotext', '-enc', 'UTF-8', fileOf(name), '-').said)
    for (const section of copies[name]?.summary.sections ?? []) for (const row of section.rows) expect(text).toContain(unspaced(row.label))
  })
})

import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { copies, type sent, shifted, textsOf } from './copies.contract'
import { checkPdf } from './kit/tagged/check/check-pdf.contract'
import { margins } from './kit/theme'
import { faultsOf, readPdf, unspaced, type ReadPage } from './read-pdf.contract'
import { renderCopy } from './render-copy'

const say = (key: string, values?: Record<string, string>) => wordsFor('en').text(`paper:copy.${key}`, values)
const contentOf = (pages: readonly ReadPage[]) => unspaced(pages.flatMap((page) => page.content.map((piece) => piece.text)).join(''))
const copyOf = (...lines: string[]) => {
  const { summary, ...rest } = copies['a normal copy'] as ReturnType<typeof sent>
  return { ...rest, summary: { ...summary, sections: [{ id: 'needs', title: 'Needs', rows: [{ question: 'needs', page: 'needs', label: 'What is hard?', lines }] }] } }
}

describe.each(Object.entries(copies))('%s', (_name, request) => {
  it('says everything that was said, in order, and stays on its pages', async () => {
    const words = wordsFor(request.summary.language)
    const { pages, annotations, scripts } = await readPdf(await renderCopy(request))
    expect(contentOf(pages)).toBe(unspaced(textsOf(request).join('')))
    expect(pages.flatMap(faultsOf)).toEqual([])
    expect({ annotations, scripts }).toEqual({ annotations: 0, scripts: null })
    pages.forEach((page, index) => {
      const furniture = page.pieces.filter((piece) => !page.content.includes(piece)).map((piece) => piece.text)
      expect(furniture).toContain(words.text('paper:copy.page', { page: index + 1, pages: pages.length }))
      expect(furniture).toContain(request.reference ?? request.summary.title)
      expect(furniture.includes('Draft: not sent')).toBe(!request.sentAt)
      expect(page.slanted).toEqual(request.sentAt ? [] : ['Draft'])
    })
  })

  it('says the same to readers that do not see the page, and has no fault', async () => {
    const { faults, lines } = await checkPdf(await renderCopy(request))
    expect(faults).toEqual([])
    expect(lines.map(({ text }) => unspaced(text))).toEqual(textsOf(request).map(unspaced))
  })

  it('is the same bytes each time', async () => {
    expect(Buffer.from(await renderCopy(request)).equals(Buffer.from(await renderCopy(request)))).toBe(true)
  })
})

describe('the PDF copy', () => {
  it('takes no more pages than its words need', async () => {
    const pagesOf = async (name: string) => (await readPdf(await renderCopy(copies[name] as ReturnType<typeof sent>))).pages.length
    expect(await pagesOf('a normal copy')).toBeLessThanOrEqual(2)
    expect(await pagesOf('no answers')).toBeLessThanOrEqual(2)
    expect(await pagesOf('answers of 20,000 characters')).toBeLessThanOrEqual(15)
  })

  it('never ends a page with a heading or a question, wherever the page happens to end', async () => {
    for (let lines = 0; lines <= 44; lines += 2) {
      const { pages } = await readPdf(await renderCopy(shifted(lines)))
      for (const page of pages) {
        expect(page.content.at(-1)?.text).not.toMatch(/^(Who helps|Helper \d|Name of|Phone of|What helper|Tell us|What Alex|What does|Anything|Is there)/)
        expect(faultsOf(page)).toEqual([])
      }
    }
  }, 120_000)

  it('says where it cannot print letters or pictures, and prints no other in their place', async () => {
    const { pages } = await readPdf(await renderCopy(copyOf('Likes 👩‍👩‍👧‍👦 🇵🇱 and สวัสดี ครับ, and 안녕.', 'A\uFFFFB\uD800C')))
    const text = contentOf(pages)
    expect(text).toContain(unspaced(`Likes ${say('notShown')} and ${say('notShown')}, and ${say('notShown')}.A${say('notShown')}B${say('notShown')}C`))
    expect(text).toContain(unspaced(say('notShownNote')))
  })

  it('takes out characters that nobody sees and that could change what others read', async () => {
    const { pages } = await readPdf(await renderCopy(copyOf('safe\u0000\u0007 and\u202E sound\u202C,\u200B so\u00ADft\u2066', 'one\u00A0two\u2003three\tfour\r\nfive')))
    const text = contentOf(pages)
    expect(text).toContain(unspaced('safe and sound, softone two three fourfive'))
    expect(text).not.toContain(unspaced(say('notShownNote')))
  })

  it('makes no link and no script of what a person typed', async () => {
    const bytes = await renderCopy(copyOf('https://evil.example/?a=1', 'javascript:alert(1)', ') >> /URI (x) /JavaScript /Launch', '</x><script>'))
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/JS\b/)
  })

  it('keeps a long address whole: no hyphen where it goes over a line', async () => {
    const address = `${'very.long.name'.repeat(12)}@example.org`
    expect(contentOf((await readPdf(await renderCopy(copyOf(address)))).pages)).toContain(address)
  })

  it('carries its title, language and the moment it was sent', async () => {
    const request = copies['a normal copy'] as ReturnType<typeof sent>
    const { info } = await readPdf(await renderCopy(request))
    expect(info).toMatchObject({ Title: `${request.summary.title}: WM-7K4X-92QF`, Author: 'Northtown Council', Language: 'en', CreationDate: 'D:20260504204210Z' })
  })

  it('stands on the right in a language that is written from the right', async () => {
    const request = copies['a normal copy'] as ReturnType<typeof sent>
    const { pages } = await readPdf(await renderCopy({ ...request, summary: { ...request.summary, language: 'qps' } }))
    const [title] = pages[0]?.content ?? []
    expect(title?.left).toBeGreaterThan(margins.side + 20)
    expect(pages.flatMap(faultsOf)).toEqual([])
  })
})

describe('the check of where text stands', () => {
  const piece = (left: number, bottom: number) => ({ text: `at ${left}`, left, right: left + 100, bottom, top: bottom + 10 })
  const sheet = (...pieces: ReturnType<typeof piece>[]) => ({ width: 595, height: 842, side: 68, pieces, content: pieces, slanted: [] })
  it('finds text over text and text off the sheet', () => {
    expect(faultsOf(sheet(piece(100, 400), piece(150, 405)))).toEqual(['overlap: at 100 / at 150'])
    expect(faultsOf(sheet(piece(500, 400)))).toEqual(['outside: at 500'])
    expect(faultsOf(sheet(piece(100, 400), piece(100, 412)))).toEqual([])
  })
})

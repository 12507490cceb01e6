import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { checkPdf } from './kit/tagged/check/check-pdf.contract'
import { faultsOf, readPdf, unspaced, type ReadPage } from './read-pdf.contract'
import { renderTimeline } from './render-timeline'
import { pushed, textsOfTimeline, timelines } from './timelines.contract'

const contentOf = (pages: readonly ReadPage[]) => unspaced(pages.flatMap((page) => page.content.map((piece) => piece.text)).join(''))

describe.each(Object.entries(timelines))('%s', (_name, request) => {
  it('says what its page says, in order, and stays on its sheets', async () => {
    const { pages, scripts } = await readPdf(await renderTimeline(request))
    const notShown = wordsFor(request.language).text('paper:copy.notShown')
    const said = unspaced(textsOfTimeline(request).join('')).replace('𓀀𓁐', unspaced(notShown))
    expect(contentOf(pages).replace(unspaced(wordsFor(request.language).text('paper:copy.notShownNote')), '')).toBe(said)
    expect(pages.flatMap(faultsOf)).toEqual([])
    expect(scripts).toBeNull()
    for (const page of pages) expect(page.pieces.map((piece) => piece.text)).toContain(request.reference)
  })

  it('says the same to readers that do not see the page, and has no fault', async () => {
    expect((await checkPdf(await renderTimeline(request))).faults).toEqual([])
  })

  it('is the same bytes on the same day', async () => {
    expect(Buffer.from(await renderTimeline(request)).equals(Buffer.from(await renderTimeline(request)))).toBe(true)
  })
})

describe('the PDF of a timeline', () => {
  it.each(['a timeline', 'a timeline from the right'])('leads by email and web to whom one can turn to: %s', async (name) => {
    const pdf = await renderTimeline(timelines[name] as Parameters<typeof renderTimeline>[0])
    expect((await readPdf(pdf)).links).toEqual(['mailto:intake@lgo.example', 'https://www.lgo.org.uk/'])
    const { lines } = await checkPdf(pdf)
    expect(lines.filter(({ path }) => path.endsWith('LBody/P/Link')).map(({ text }) => text)).toEqual(['intake@lgo.example', 'www.lgo.org.uk'])
  })

  it('never ends a sheet with a heading, or with the words that say where we are', async () => {
    for (let lines = 0; lines <= 36; lines += 1) {
      const { pages } = await readPdf(await renderTimeline(pushed(lines)))
      for (const page of pages) {
        expect(page.content.at(-1)?.text).not.toMatch(/^(You are here|We find out more|Now|What you can|Who to talk|Still to come:|If you are|Ombudsman|We are waiting)/)
        expect(faultsOf(page)).toEqual([])
      }
    }
  }, 300_000)

  it('carries its title, its language and the day on which it stood so', async () => {
    const { info } = await readPdf(await renderTimeline(timelines['a timeline'] as Parameters<typeof renderTimeline>[0]))
    expect(info).toMatchObject({ Title: 'Your request about Alex: 7H4K-92CX', Author: 'Northtown Council', Language: 'en', CreationDate: 'D:20260504000000Z' })
  })
})

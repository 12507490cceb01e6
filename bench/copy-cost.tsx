import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer'
import { printerPool } from '~/adapters/printer-pool'
import { exampleAnswers } from '~/engine/describe-form'
import { journeyOf } from '~/engine/journey'
import { summaryOf } from '~/engine/summary'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import { copyDocument } from '~/paper/copy'
import { loadFonts } from '~/paper/kit/fonts'
import { DirectionOf } from '~/paper/kit/parts'
import { theme } from '~/paper/kit/theme'
import { writePdf, type Paper } from '~/paper/kit/write-pdf'
import type { CopyCost } from './copies'
import { median } from './measures'

// A process of its own, so that nothing else that is measured falls on it: what one copy costs, ours and with @react-pdf/renderer as it comes.
// Arguments: rounds, copies a round, the file of the worker.
const [rounds = 0, times = 0] = process.argv.slice(2, 4).map(Number)
const workerUrl = new URL(process.argv[4] ?? '', 'file:')

const today = new Date().toISOString().slice(0, 10)
const words = wordsFor('en')
const summary = summaryOf(parentRequest, journeyOf(parentRequest, exampleAnswers(parentRequest, today), today), words)
const request = { summary, reference: '7K4X-92QF', sentAt: `${today}T10:00:00.000Z`, hash: '0123456789abcdef'.repeat(4), councilName: 'Northtown Council' }

/** A first copy by a worker that must start first, and the one after it, in ms. */
async function coldStart(): Promise<CopyCost['cold']> {
  const pool = printerPool({ workerUrl, workers: 1 })
  const from = performance.now()
  await pool.print({ kind: 'copy', ...request })
  const first = performance.now() - from
  await pool.print({ kind: 'copy', ...request })
  const second = performance.now() - from - first
  await pool.close()
  return { first, second }
}

/** The same paper as anybody would write it with the renderer alone: page numbers by `render`, no tags, no metadata. */
const stock = ({ content, direction, language, title, author }: Paper) => (
  <DirectionOf.Provider value={direction}>
    <Document title={title} author={author} language={language}>
      <Page size="A4" style={theme.page} experimentalPagination>
        {content}
        <View fixed style={{ ...theme.header, flexDirection: 'row' }}>
          <Text style={theme.headerWords}>{request.councilName}</Text>
        </View>
        <View fixed style={{ ...theme.footer, flexDirection: 'row' }}>
          <Text style={theme.footerWords}>{request.reference}</Text>
          <Text style={theme.footerWords} render={({ pageNumber, totalPages }) => words.text('paper:copy.page', { page: pageNumber, pages: totalPages })} />
        </View>
      </Page>
    </Document>
  </DirectionOf.Provider>
)

const covers = await loadFonts()
const paper = () => copyDocument(request, words, covers)
const ways = { ours: () => writePdf(paper()), stock: () => renderToBuffer(stock(paper())) }

interface Cost {
  readonly cpu: number
  readonly bytes: number
}
/** Processor time of one copy in ms, all threads, and its bytes. */
async function costOf(way: () => Promise<Uint8Array>): Promise<Cost> {
  const before = process.cpuUsage()
  let bytes = 0
  for (let done = 0; done < times; done += 1) bytes = (await way()).byteLength
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 / times, bytes }
}

const cold = await coldStart()
await costOf(ways.ours)
await costOf(ways.stock)
const found: { readonly ours: Cost; readonly stock: Cost }[] = []
for (let round = 0; round < rounds; round += 1) found.push({ ours: await costOf(ways.ours), stock: await costOf(ways.stock) })
const of = (way: keyof typeof ways) => ({ cpu: median(found.map((each) => each[way].cpu)), kib: (found[0]?.[way].bytes ?? 0) / 1024, rounds: found.map((each) => each[way].cpu) })
const cost: CopyCost = { cold, ours: of('ours'), stock: of('stock'), ratio: median(found.map((each) => each.ours.cpu / each.stock.cpu)) }
process.stdout.write(JSON.stringify(cost))

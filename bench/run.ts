import { cpus, loadavg, release, totalmem } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import { benchForm } from './bench-form'
import { buildBench } from './build'
import { copyCostOf } from './copies'
import { firstViewOf } from './first-view'
import { getPage, journey, measured, median, postPage, quantile, PEOPLE, type Measure } from './measures'
import { printingOf } from './printing'
import { startBare, startPortal, type Measured } from './process'
import { reportOf, type Results, type Row } from './report'
import { sendingOf } from './sending'

// `npm run bench` measures in about twenty minutes and writes docs/evidence; `npm run bench -- --quick` takes a minute and only prints;
// `npm run bench -- --only=pages` measures anew pages, journeys and memory, `--only=printing` what copies cost others, and `--only=sending` how files come.
const quick = process.argv.includes('--quick')
const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length)
const ROUNDS = quick ? 3 : 15
const COPIES = quick ? 20 : 60
const COPIES_A_ROUND = quick ? 4 : 15
const JOURNEYS_FOR_MEMORY = quick ? 100 : 5000
/** The bare server is so quick that only many requests take a time that can be read: at least 40 of the 10 ms that the processor's clock steps by. */
const BARE_TIMES = 40

const pages = quick ? 160 : 320
const journeys = quick ? 8 : 24
const plan: readonly { readonly measure: Measure; readonly times: number }[] = [
  { measure: getPage(benchForm, 'names'), times: pages },
  { measure: getPage(benchForm, 'birth'), times: pages },
  { measure: postPage(benchForm, 'names'), times: pages },
  { measure: journey(benchForm), times: journeys },
  { measure: getPage(parentRequest, 'child-name'), times: pages },
  { measure: postPage(parentRequest, 'child-name'), times: pages },
  { measure: journey(parentRequest), times: PEOPLE },
  { measure: getPage(youngPersonRequest, 'my-name'), times: pages },
  { measure: postPage(youngPersonRequest, 'my-name'), times: pages },
  { measure: getPage(schoolAdvice, 'child-name'), times: pages },
  { measure: postPage(schoolAdvice, 'child-name'), times: pages },
]

/** What can be measured by itself, each with the day on which it was. */
const apart = {
  pages: pagesOf,
  printing: async (portal: Measured) => ({ printing: { ...(await printingOf(portal, parentRequest, COPIES)), measuredOn: today() } }),
  sending: async (portal: Measured) => ({ sending: { ...(await sendingOf(portal, parentRequest)), measuredOn: today() } }),
}
const isApart = (name: string): name is keyof typeof apart => name in apart

const say = (text: string) => console.error(text)
const today = () => new Date().toISOString().slice(0, 10)

/** Rounds of the portal and the bare server in turn, so that what else the machine does falls on both. */
async function roundsOf(portal: Measured, bare: Measured, { measure, times }: (typeof plan)[number]): Promise<Row> {
  say(measure.name)
  const work = { portal: await measure.portal(portal.origin), bare: await measure.bare(bare.origin) }
  await work.portal(times)
  await work.bare(times)
  const found = []
  for (let round = 0; round < ROUNDS; round += 1) {
    found.push({ portal: await measured(portal, work.portal, times), bare: await measured(bare, work.bare, times * BARE_TIMES) })
  }
  const waits = found.flatMap((each) => each.portal.waits)
  return {
    name: measure.name,
    cpu: median(found.map((each) => each.portal.cpu)),
    bare: median(found.map((each) => each.bare.cpu)),
    ratio: median(found.map((each) => each.portal.cpu / each.bare.cpu)),
    rounds: { portal: found.map((each) => each.portal.cpu), bare: found.map((each) => each.bare.cpu) },
    wait: { median: median(waits), p95: quantile(waits, 0.95) },
  }
}

/** Resident memory before and after so many whole journeys, all sent. */
async function memoryOf(portal: Measured): Promise<Results['memory']> {
  const { portal: begin } = journey(benchForm)
  const walkAll = await begin(portal.origin)
  await walkAll(100)
  const before = portal.memory()
  for (let done = 0; done < JOURNEYS_FOR_MEMORY; done += 100) await walkAll(100)
  return { journeys: JOURNEYS_FOR_MEMORY, before, after: portal.memory() }
}

function written(results: Results): void {
  writeFileSync('docs/evidence/bench.json', `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync('docs/evidence/bench.md', reportOf(results))
}

if (only !== undefined && !isApart(only)) throw new Error(`--only takes one of: ${Object.keys(apart).join(', ')}.`)
await buildBench()
const portal = await startPortal()
const bare = await startBare()
try {
  if (only === undefined) await everything()
  else {
    const before = JSON.parse(readFileSync('docs/evidence/bench.json', 'utf8')) as Results
    const found = await apart[only](portal, bare)
    written({ ...before, ...found })
    console.log(found)
  }
} finally {
  await Promise.all([portal.close(), bare.close()])
}

/** What pages and journeys cost, and which machine this is. */
async function pagesOf(portal: Measured, bare: Measured) {
  // First, so that everything after it is measured on a portal that has run for a while: Node goes on compiling for thousands of requests.
  say('memory')
  const memory = await memoryOf(portal)
  const rows: Row[] = []
  for (const each of plan) rows.push(await roundsOf(portal, bare, each))
  say('first view')
  const firstView = await firstViewOf(portal.origin, parentRequest.id)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const machine = { processors: cpus().length, processor: cpus()[0]?.model ?? '', memoryGiB: Math.round(totalmem() / 2 ** 30), system: `Linux ${release()}`, node: process.version, load: loadavg()[0] ?? 0 }
  return { measuredOn: today(), version, machine, people: PEOPLE, roundsEach: ROUNDS, rows, firstView, memory }
}

async function everything(): Promise<void> {
  const pages = await pagesOf(portal, bare)
  say('PDF copies')
  const printing = await apart.printing(portal)
  say('what a copy costs')
  const copyCost = copyCostOf(ROUNDS, COPIES_A_ROUND)
  say('files')
  const results: Results = { ...pages, ...printing, copyCost, ...(await apart.sending(portal)) }
  console.log(reportOf(results))
  if (!quick) written(results)
}

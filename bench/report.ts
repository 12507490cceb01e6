import type { CopyCost } from './copies'
import type { FirstView } from './first-view'
import type { Printing } from './printing'
import type { SendingFiles } from './sending'

/** One thing measured: medians over the rounds. CPU is that of the server's process, in ms. */
export interface Row {
  readonly name: string
  readonly cpu: number
  readonly bare: number
  readonly ratio: number
  /** What each round found, of the portal and of the bare server. */
  readonly rounds: { readonly portal: readonly number[]; readonly bare: readonly number[] }
  readonly wait: { readonly median: number; readonly p95: number }
}

export interface Results {
  readonly measuredOn: string
  readonly version: string
  readonly machine: { readonly processors: number; readonly processor: string; readonly memoryGiB: number; readonly system: string; readonly node: string; readonly load: number }
  readonly people: number
  readonly roundsEach: number
  readonly rows: readonly Row[]
  readonly firstView: FirstView
  /** Without a day of its own, it was measured with the rest. */
  readonly printing: Printing & { readonly measuredOn?: string }
  readonly copyCost: CopyCost
  /** Not there in what was measured before files came in pieces. */
  readonly sending?: SendingFiles & { readonly measuredOn: string }
  /** Resident MiB. */
  readonly memory: { readonly journeys: number; readonly before: number; readonly after: number }
}

/**
 * What the best of the other services needed, in ms, and what we aim at: half of it, with every answer on the disk. `bare` is what the bare
 * server needed in their rounds: another machine is quicker or slower, so what is compared is how many times the bare server each takes.
 */
const NEXT_TO: Readonly<Record<string, { readonly best: string; readonly aim: number; readonly bare: number }>> = {
  'GET bench/names': { best: 'CASA about 5', aim: 2.5, bare: 0.028 },
  'GET bench/birth': { best: 'CASA 10–16', aim: 2.5, bare: 0.028 },
  'POST bench/names': { best: 'CASA 1.8 (×51), nothing on disk', aim: 2.5, bare: 0.036 },
  'journey bench': { best: 'CASA 109 (×98), nothing on disk', aim: 55, bare: 1.1 },
}

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...rest] = rows
  return [head, head.map(() => '---'), ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const fixed = (value: number, digits = 2) => value.toFixed(digits)

const judged = (value: number, limit: number, aim: string) => `${aim}${value > limit ? ' (missed)' : ''}`

/** The results as a page of Markdown. */
export function reportOf(results: Results): string {
  const { machine, firstView: view, printing, copyCost, sending, memory } = results
  const costs = results.rows.map(({ name, cpu, bare, ratio, rounds, wait }) => {
    const near = NEXT_TO[name]
    const [leastCpu, leastBare] = [Math.min(...rounds.portal), Math.min(...rounds.bare)]
    const quiet = leastCpu / leastBare
    const aim = near ? judged(Math.max(ratio, quiet), near.aim / near.bare, `×${fixed(near.aim / near.bare, 0)} (${near.aim} of ${near.bare})`) : '–'
    return [name, fixed(cpu), fixed(bare, 3), `×${fixed(ratio, 0)}`, `${fixed(leastCpu)}, ${fixed(leastBare, 3)}, ×${fixed(quiet, 0)}`, aim, near?.best ?? '–', fixed(wait.median, 1), fixed(wait.p95, 1)]
  })
  const added = printing.page.p99 - printing.quiet.p99
  const first = view.html + view.css + view.fonts + view.images + view.scriptsBefore
  return `# What pages cost

Measured on ${results.measuredOn} by \`npm run bench\`: version ${results.version}, Node ${machine.node}, ${machine.processors} processors (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.system}.
CPU is what the server's own process used (utime + stime of all its threads, from /proc), in ms; those who ask are in another process. Each
number is the median of ${results.roundsEach} rounds, the portal and a bare \`node:http\` server in turn, with ${results.people} people at once, cookies, tokens and gzip, on a portal
that had made ${memory.journeys} journeys before, as one that has run for a while: Node compiles what is used often for the first thousands of requests. Every POST is
checked, encrypted and committed (SQLite, synchronous FULL) before its answer. \`bench\` is a form of 10 pages and 30 questions on the same
engine; its pages are opened in a draft whose every page is answered. Others' numbers are from another run (Node 22, pages of 30 questions of their
own) on a machine whose bare server needed 0.028 ms for a GET, 0.036 for a POST and 1.1 for a journey. Milliseconds of two machines cannot be
compared; how many times the bare server of the same round can, with care. What else the machine does makes either dearer and never cheaper,
so the least that each needed in a round stands beside the medians, and an aim is met only when it is met by both. We aim at half of what the
best of the others needed, with every answer on the disk. Load of the machine at the end: ${fixed(machine.load, 1)}.

${table([['', 'CPU ms', 'bare', 'times bare', 'the least of ours, of bare, times', 'aim: no more than', 'best of the others', 'wait, median ms', 'wait, p95 ms'], ...costs])}

A journey is 25 requests on \`bench\`. On \`parent-request\` it is every page that an example family is asked,
about ten times as many, while the bare server answers 25 for either.

## First view of the first question page

${table([
  ['KiB as sent', 'HTML', 'CSS', 'fonts', 'images', 'scripts needed first', 'all (aim: 60)', 'scripts after (aim: 150)', 'requests'],
  ['ours', ...[view.html, view.css, view.fonts, view.images, view.scriptsBefore, first, view.scriptsAfter].map((kib) => fixed(kib, 1)), String(view.requests)],
  ['best of the others (Defra)', '', '25', '63', '', '9', '119', '', '7'],
])}

## PDF copies

Measured on ${printing.measuredOn ?? results.measuredOn}. Copies of a full \`parent-request\`, tagged (PDF/UA-1 and PDF/A-2a), ${printing.atOnce} asked for at once, while somebody else opens "check your answers", the
heaviest page, again and again. CPU and KiB of a copy are measured in a process of its own, ours and theirs of the same content.

${table([
  ['', 'ours', 'aim'],
  ['copies a second', fixed(printing.copiesPerSecond, 1), '–'],
  ['CPU ms a copy', fixed(copyCost.ours.cpu, 0), '–'],
  ['CPU ms, the same content with @react-pdf/renderer as it comes, untagged', fixed(copyCost.stock.cpu, 0), '–'],
  ['ours by theirs, median of the rounds', `×${fixed(copyCost.ratio)}`, judged(copyCost.ratio, 1, '×1 or less')],
  ['first copy of a portal that has started, ms', fixed(printing.first, 0), '–'],
  ['first copy by a worker that must start first, and its second, ms', `${fixed(copyCost.cold.first, 0)}, ${fixed(copyCost.cold.second, 0)}`, '–'],
  ['page meanwhile: median, p99, worst ms', waits(printing.page), '–'],
  ['page with nothing else to do: median, p99, worst ms', waits(printing.quiet), '–'],
  ['added at p99, ms', fixed(added, 0), judged(added, 50, 'less than 50')],
  ['KiB a copy, and theirs', `${fixed(copyCost.ours.kib, 0)}, ${fixed(copyCost.stock.kib, 0)}`, '–'],
  [`resident MiB before, and after ${printing.copies} copies`, `${fixed(printing.memory.before, 0)}, ${fixed(printing.memory.after, 0)}`, '–'],
])}

${sending ? filesOf(sending) : ''}## Memory

Resident memory: ${fixed(memory.before, 0)} MiB, and ${fixed(memory.after, 0)} MiB after ${memory.journeys} more journeys.
`
}

const waits = ({ median, p99, worst }: Printing['page']) => [median, p99, worst].map((ms) => fixed(ms, 0)).join(', ')

const filesOf = (sending: NonNullable<Results['sending']>): string => `## Files

Measured on ${sending.measuredOn}: ${sending.files} families each send a file of ${sending.megabytes} MB at once, in pieces of 4 MiB, each sealed and on the disk before it is acknowledged, while somebody
else opens "check your answers" again and again. Files that have come whole are inspected meanwhile, as they always are, in a process of the lowest priority.

${table([
  ['', 'ours', 'aim'],
  ['MB a second, all together', fixed((sending.files * sending.megabytes) / sending.seconds, 0), '–'],
  ['seconds until all were checked', fixed(sending.checkedIn, 0), '–'],
  ['CPU ms a MB', fixed(sending.cpuPerMegabyte, 1), '–'],
  ['resident MiB before, and the most until all were checked', `${fixed(sending.memory.before, 0)}, ${fixed(sending.memory.most, 0)}`, judged(sending.memory.most - sending.memory.before, 120, 'no more than 120 added')],
  ['page meanwhile: median, p99, worst ms', waits(sending.page), '–'],
  ['page with nothing else to do: median, p99, worst ms', waits(sending.quiet), '–'],
  ['added at the median, ms', fixed(sending.page.median - sending.quiet.median, 0), judged(sending.page.median - sending.quiet.median, 100, 'less than 100')],
])}

`

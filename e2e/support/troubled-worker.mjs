import { appendFileSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import work from './sound-worker.js'

// The portal's own worker, but in the trouble that the words of a copy name. It notes the reference of each job in the file `jobs` beside it.
const jobs = new URL('./jobs', import.meta.url)
const troubles = ['Dies-once', 'Dies-each-time', 'Hangs', 'Takes-long', 'Has-a-fault']

export default async function troubled(job) {
  const words = JSON.stringify(job.summary)
  const trouble = troubles.find((each) => words.includes(each))
  const isFirst = !readFileSync(jobs, { encoding: 'utf8', flag: 'a+' }).includes(job.reference)
  appendFileSync(jobs, `${job.reference}\n`)
  if (trouble === 'Dies-each-time' || (trouble === 'Dies-once' && isFirst)) process.exit(1)
  if (trouble === 'Hangs') for (;;);
  if (trouble === 'Takes-long') await wait(5_000)
  return work(trouble === 'Has-a-fault' ? { ...job, summary: { ...job.summary, sections: 'none' } } : job)
}

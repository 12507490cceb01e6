import type { Command } from 'commander'
import { seedDemo } from '#db/seed'
import { families } from '#db/seed/families'
import { emailOf } from '#db/seed/family'
import type { Services } from '~/applications/services'
import { statusOf } from '~/applications/status'
import { no } from './no'
import { dataOf, onStore } from './on-store'
import { say } from './words'

const operator = { role: 'operator' } as const

/** `portal demo`: fills the store of a demo as its first start would, and prints who is in it. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description(say('demo', 'description'))
    .action(async (_options: object, command: Command) => {
      process.stdout.write(tableOf([[say('demo', 'email'), say('demo', 'status'), say('demo', 'reference')], ...(await prepared(command))]))
    })
}

function prepared(command: Command): Promise<readonly Row[]> {
  const { env } = process
  const { folder, isThere, isDemo } = dataOf(env)
  if (env.WAYMARK_MODE === 'production') no(command, say('demo', 'production'))
  // Before it is opened: a demo would put a key of its own beside data that it cannot read.
  if (isThere && !isDemo && !env.KEY_RING_FILE) no(command, say('demo', 'real', { folder }))
  return onStore(command, { ...env, WAYMARK_MODE: 'demo' }, async (services) => {
    await seedDemo(services)
    await services.store.setPurpose('demo')
    return rowsOf(services)
  })
}

type Row = readonly [email: string, status: string, reference: string]

async function rowsOf({ store, clock }: Services): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const family of families) {
    const application = await store.application(operator, family.reference)
    // A draft that nobody came back to is forgotten.
    if (!application) continue
    const { stage, lateness } = statusOf(await store.facts(operator, application.id), clock.today())
    rows.push([emailOf(family), lateness ? `${stage}, ${lateness.state}` : stage, family.reference])
  }
  return rows
}

function tableOf(rows: readonly Row[]): string {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length)) + 2
  return rows.map(([email, status, reference]) => `${email.padEnd(width(0))}${status.padEnd(width(1))}${reference}\n`).join('')
}

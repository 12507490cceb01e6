import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import * as z from 'zod'
import { isoDate } from '~/applications/facts'
import { authorise, NotFound } from '~/applications/permissions'
import { referenceIn } from '~/applications/reference'
import { inviteSchool, latestDueOn } from '~/applications/schools/invite-school'
import { asks, type Ask } from '~/applications/schools/invitation'
import { wordsFor } from '~/i18n/words'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

interface InviteOptions {
  readonly urn: string
  readonly email: string
  readonly ask?: readonly string[]
  readonly by?: string
  readonly key?: string
}

const operator = { role: 'operator' } as const

/** `portal invite`: asks a school what it knows, in the council's name. */
export function registerInvite(program: Command): void {
  program
    .command('invite')
    .description(say('invite', 'description'))
    .argument('<reference>', say('facts', 'reference'))
    .requiredOption('--urn <number>', say('invite', 'urn'))
    .requiredOption('--email <address>', say('invite', 'email'))
    .option('--ask <what...>', say('invite', 'ask', { asks: asks.join(', ') }))
    .option('--by <date>', say('invite', 'by'))
    .option('--key <key>', say('facts', 'key'))
    .action(async (given: string, options: InviteOptions, command: Command) => {
      const reference = referenceIn(given)
      const told = toldIn(options, command)
      const { invited } = await onStore(command, ownEnvironment(), async (services) => {
        const { store, clock, formNamed } = services
        if (told.dueOn !== undefined && told.dueOn < clock.today()) no(command, wordsFor('en').text('api:refusals.due-before-today', { today: clock.today() }))
        const latest = latestDueOn(clock.today())
        if (told.dueOn !== undefined && told.dueOn > latest) no(command, wordsFor('en').text('api:refusals.due-too-late', { latest }))
        try {
          const application = await store.application(operator, reference)
          authorise(operator, 'invite', application)
          const form = formNamed(application.form)
          if (!form) throw new NotFound('no form')
          const outcome = await inviteSchool(services, operator, form, reference, { ...told, shows: [] })
          return 'invited' in outcome ? outcome : no(command, outcome.refused === 'key-reused' ? say('facts', 'key-reused') : wordsFor('en').text(`api:refusals.${outcome.refused}`))
        } catch (error) {
          if (error instanceof NotFound) return no(command, say('facts', 'not-found', { reference }))
          throw error
        }
      })
      const { id, asked, askedAt, dueOn } = invited
      process.stdout.write(`${JSON.stringify({ id, school: asked.school, email: asked.email, asks: asked.asks, askedAt, dueOn }, null, 2)}\n`)
    })
}

/** What was asked for on the command line; anything that cannot be is wrong use. */
function toldIn({ urn, email, ask = asks, by, key }: InviteOptions, command: Command) {
  const unknown = ask.find((each) => !asks.includes(each as Ask))
  if (unknown !== undefined) command.error(say('invite', 'unknown', { ask: unknown, asks: asks.join(', ') }))
  if (!z.email().safeParse(email).success) command.error(say('members', 'not-an-email', { email }))
  const dueOn = by === undefined ? undefined : (isoDate.safeParse(by).data ?? command.error(say('facts', 'not-a-date', { on: by })))
  return { urn, email, asks: asks.filter((each) => ask.includes(each)), key: key ?? randomUUID(), ...(dueOn !== undefined && { dueOn }) }
}

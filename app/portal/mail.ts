import type { Command } from 'commander'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

/** `portal mail`: how many emails wait and how many could not be delivered. It names nobody. */
export function registerMail(program: Command): void {
  program
    .command('mail')
    .description(say('mail', 'description'))
    .action(async (_options: object, command: Command) => {
      const { waiting, oldestAt, givenUp } = await onStore(command, ownEnvironment(), ({ store }) => store.mailStanding())
      process.stdout.write(`${say('mail', oldestAt === undefined ? 'none-waiting' : 'waiting', { count: String(waiting), since: oldestAt ?? '' })}\n${say('mail', 'given-up', { count: String(givenUp) })}\n`)
    })
}

import type { Command } from 'commander'
import { addFact } from '~/applications/add-fact'
import { referenceIn } from '~/applications/reference'
import { notThere, reasonOf } from './facts'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

const operator = { role: 'operator' } as const

/** `portal join`: puts what a school sent unasked with the request that it belongs to. */
export function registerJoin(program: Command): void {
  program
    .command('join')
    .description(say('join', 'description'))
    .argument('<evidence>', say('join', 'evidence'))
    .argument('<request>', say('join', 'request'))
    .action(async (evidence: string, request: string, _options: object, command: Command) => {
      const reference = referenceIn(evidence)
      const result = await onStore(command, ownEnvironment(), (services) =>
        addFact(services, operator, reference, { fact: 'put-with-request', on: services.clock.today(), details: { reference: request } }).catch((error: unknown) => notThere(error, reference, command)),
      )
      if (!('recorded' in result)) return no(command, reasonOf(result))
      const { fact, on, details } = result.recorded
      process.stdout.write(`${JSON.stringify({ evidence: reference, fact, on, request: details['reference'] }, null, 2)}\n`)
    })
}

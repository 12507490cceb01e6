import type { Command } from 'commander'
import { errorsOf } from '~/api/problem'
import { addFact, type AddFactResult } from '~/applications/add-fact'
import { factName, factNames, isoDate, type Fact, type FactName } from '~/applications/facts'
import { NotFound } from '~/applications/permissions'
import { referenceIn } from '~/applications/reference'
import { wordsFor } from '~/i18n/words'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

interface AddOptions {
  readonly on: string
  readonly details?: string
  readonly key?: string
}

const operator = { role: 'operator' } as const

/** `portal facts`: tells what happened to an application, and lists what did. */
export function registerFacts(program: Command): void {
  const facts = program.command('facts').description(say('facts', 'description'))
  facts
    .command('add')
    .description(say('facts', 'add'))
    .argument('<reference>', say('facts', 'reference'))
    .argument('<fact>', say('facts', 'fact', { facts: factNames.join(', ') }))
    .requiredOption('--on <date>', say('facts', 'on'))
    .option('--details <json>', say('facts', 'details'))
    .option('--key <key>', say('facts', 'key'))
    .action(async (reference: string, fact: string, options: AddOptions, command: Command) => {
      print(await added(command, reference, factOr(fact, command), options))
    })
  facts
    .command('list')
    .description(say('facts', 'list'))
    .argument('<reference>', say('facts', 'reference'))
    .action(async (reference: string, _options: object, command: Command) => {
      print(await listed(command, reference))
    })
}

const print = (result: object) => void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)

async function added(command: Command, reference: string, fact: FactName, { on, details, key }: AddOptions): Promise<Fact> {
  const next = {
    fact,
    on: isoDate.safeParse(on).data ?? command.error(say('facts', 'not-a-date', { on })),
    ...(details !== undefined && { details: jsonOr(details, command) }),
    ...(key !== undefined && { idempotencyKey: key }),
  }
  const result = await onStore(command, ownEnvironment(), (services) =>
    addFact(services, operator, referenceIn(reference), next).catch((error: unknown) => notThere(error, reference, command)),
  )
  return 'recorded' in result ? result.recorded : no(command, reasonOf(result))
}

function listed(command: Command, reference: string): Promise<readonly Fact[]> {
  return onStore(command, ownEnvironment(), async ({ store }) => {
    const application = await store.application(operator, referenceIn(reference))
    return application ? store.facts(operator, application.id) : no(command, say('facts', 'not-found', { reference }))
  })
}

/** Why it was not recorded, in the words of the API. */
export function reasonOf(result: Exclude<AddFactResult, { recorded: Fact }>): string {
  const words = wordsFor('en')
  if ('refused' in result) return words.text(`api:refusals.${result.refused.code}`, { ...result.refused.values })
  if ('failed' in result) return say('facts', result.failed)
  return errorsOf(result.invalid, ['details']).map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n')
}

/** Says no for what is not there; anything else is nobody's expectation. */
export function notThere(error: unknown, reference: string, command: Command): never {
  if (error instanceof NotFound) return no(command, say('facts', 'not-found', { reference }))
  throw error
}

const factOr = (name: string, command: Command): FactName =>
  factName.safeParse(name).data ?? command.error(say('facts', 'unknown', { fact: name, facts: factNames.join(', ') }))

function jsonOr(text: string, command: Command): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return command.error(say('facts', 'not-json', { text }))
  }
}

import type { Command } from 'commander'
import * as z from 'zod'
import type { Services } from '~/applications/services'
import { nameMember, removeMember } from '~/applications/schools/name-member'
import { cleanLine } from '~/engine/clean-text'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

const operator = { role: 'operator' } as const

/** `portal members`: who belongs to a school. The council names its lead, who adds and removes colleagues on the school's own page. */
export function registerMembers(program: Command): void {
  const members = program.command('members').description(say('members', 'description'))
  members
    .command('add')
    .description(say('members', 'add'))
    .argument('<urn>', say('members', 'urn'))
    .argument('<email>', say('members', 'email'))
    .option('--lead', say('members', 'lead'))
    .option('--name <name>', say('members', 'name'))
    .action(async (urn: string, email: string, { lead = false, name = '' }: { readonly lead?: boolean; readonly name?: string }, command: Command) => {
      if (!z.email().safeParse(email).success) command.error(say('members', 'not-an-email', { email }))
      const { email: added, name: called, isLead } = await onSchool(command, urn, (services) => nameMember(services, operator, urn, { email, name: cleanLine(name), isLead: lead }))
      print({ email: added, name: called, isLead })
    })
  members
    .command('list')
    .description(say('members', 'list'))
    .argument('<urn>', say('members', 'urn'))
    .action(async (urn: string, _options: object, command: Command) => {
      const all = await onSchool(command, urn, ({ store }) => store.members(operator, urn))
      print((all ?? []).map(({ email, name, isLead, addedAt }) => ({ email, name, isLead, addedAt })))
    })
  members
    .command('remove')
    .description(say('members', 'remove'))
    .argument('<urn>', say('members', 'urn'))
    .argument('<email>', say('members', 'email'))
    .action(async (urn: string, email: string, _options: object, command: Command) => {
      const same = (other: string) => other.toLowerCase() === email.toLowerCase()
      await onSchool(command, urn, async (services) => {
        const member = (await services.store.members(operator, urn))?.find((each) => same(each.email))
        return member ? removeMember(services, operator, urn, member.person) : no(command, say('members', 'not-there', { email, urn }))
      })
      process.stdout.write(`${say('members', 'removed', { email })}\n`)
    })
}

const print = (result: object) => void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)

/** Works on a school that the register knows. */
const onSchool = <Result>(command: Command, urn: string, work: (services: Services) => Promise<Result>): Promise<Result> =>
  onStore(command, ownEnvironment(), async (services) => ((await services.store.establishment(urn)) ? work(services) : no(command, say('members', 'no-school', { urn }))))

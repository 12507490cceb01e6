import type { Command } from 'commander'

/** Says no: the reason on stderr, nothing on stdout, exit code 1. */
export const no = (command: Command, reason: string): never => command.error(reason, { code: 'portal.no', exitCode: 1 })

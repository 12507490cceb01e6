import type { Command } from 'commander'

/** Says no: the reason on stderr, exit code 1. Nothing more comes on stdout. */
export const no = (command: Command, reason: string): never => command.error(reason, { code: 'portal.no', exitCode: 1 })

import { Command, CommanderError } from 'commander'
import { commands } from './commands'
import { say } from './words'

const NO = 1
const WRONG_USE = 2

/** Exit codes: 0 done; 1 no (`command.error` with its own code); 2 wrong use (anything commander refuses). */
async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('portal').description(say('portal', 'description')).exitOverride()
  const [name = ''] = argv[0] === 'help' ? argv.slice(1) : argv
  const asked = Object.hasOwn(commands, name) ? [name] : Object.keys(commands)
  for (const command of asked) (await commands[command]?.())?.(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    return error.code.startsWith('commander.') ? WRONG_USE : NO
  }
}

// Whoever reads the result may have read enough, as `portal … | head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2))

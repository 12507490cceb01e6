import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from './commands'
import { typedIn } from './portal.contract'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
symlinkSync(join(root, 'app'), join(folder, 'app'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every `$ command` of the page, in order, with the lines that it is said to print and its exit code. */
const examples = [...page.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .filter(Boolean)
    .map((text) => {
      const [line = '', ...printed] = text.trimEnd().split('\n')
      const isExit = (each: string) => each.startsWith('# exit code ')
      return { line, printed: printed.filter((each) => !isExit(each)).join('\n'), exit: Number(printed.find(isExit)?.at(-1) ?? 0) }
    }),
)

/** A pattern of what is printed: `…` is anything. */
const patternOf = (printed: string) => new RegExp(`^${printed.split('…').map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*')}$`)

describe('the page about the command line', () => {
  it.each(examples)('is right about: $line', ({ line, printed, exit }) => {
    const { status, stdout, stderr } = typedIn(folder, line)
    expect([stderr, status]).toEqual([exit === 0 ? '' : stderr, exit])
    expect((exit === 0 ? stdout : stderr).trimEnd()).toMatch(patternOf(printed))
    expect(exit === 0 ? '' : stdout).toBe('')
  }, 120_000)

  it('has an example of every command', async () => {
    const program = new Command()
    for (const load of Object.values(commands)) (await load())(program)
    const leaves = program.commands.flatMap((each) => (each.commands.length > 0 ? each.commands.map((leaf) => `${each.name()} ${leaf.name()}`) : [each.name()]))
    expect(leaves).toContain('facts add')
    expect(leaves.filter((name) => !examples.some(({ line }) => line.includes(`portal -- ${name}`)))).toEqual([])
    expect(leaves.filter((name) => !page.includes(`## \`portal ${name}\``))).toEqual([])
  })
})

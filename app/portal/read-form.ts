import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { nameIn, wordsOf } from '~/engine/naming'
import type { Form } from '~/engine/form'
import { formNamed } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { fieldsApart } from '~/paper/filled/fields-apart'
import { Unreadable, type FilledFields } from '~/paper/filled/fields-in'
import { formCodeOf, readFilled, type Doubt } from '~/paper/filled/read-filled'
import { orNo, placeOf } from './files'
import { no } from './no'
import { say } from './words'

/** `portal read-form`: prints what was typed into a PDF form as answers. A person checks them, with what is said on stderr beside them. */
export function registerReadForm(program: Command): void {
  program
    .command('read-form')
    .description(say('read-form', 'description'))
    .argument('<file.pdf>', say('read-form', 'file'))
    .action(async (file: string, _options: object, command: Command) => {
      const fields = await fieldsOr(command, file)
      const code = formCodeOf(fields)
      const form = code && formNamed(code.form)
      if (!form) return no(command, say('read-form', 'not-ours', { file }))
      const { answers, doubts, isThisEdition } = readFilled(form, fields)
      if (!isThisEdition) process.stderr.write(`${say('read-form', 'old')}\n`)
      for (const doubt of doubts) process.stderr.write(`${sentenceOf(form, doubt)}\n`)
      process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
    })
}

async function fieldsOr(command: Command, file: string): Promise<FilledFields> {
  const bytes = orNo(command, 'cannotRead', file, () => readFileSync(placeOf(file)))
  try {
    return await fieldsApart(bytes, new URL('./fields.js', import.meta.url))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return no(command, say('read-form', error.code, { file }))
  }
}

/** What to look at: the number on the paper, what was typed, and how to put it right. */
function sentenceOf(form: Form, { number, question, code, typed }: Doubt): string {
  const said = wordsOf(form, wordsFor('en'), nameIn(form, () => undefined, wordsFor('en')))
  const label = question ? said.question(question).label : ''
  const values = { number, label, typed: typed.join(', ') }
  if (code === 'extra') return say('read-form', question ? 'extra' : 'extra-nowhere', values)
  const why = code === 'twoTicked' ? say('read-form', 'two-ticked') : question ? said.problem(question, code) : code
  return say('read-form', typed.length > 0 ? 'doubt' : 'doubt-blank', { ...values, why })
}

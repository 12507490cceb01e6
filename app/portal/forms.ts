import { Option, type Command } from 'commander'
import { blankAnswers, describeForm, exampleAnswers } from '~/engine/describe-form'
import type { Form } from '~/engine/form'
import { formNamed, forms } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { londonDayOf } from '~/engine/london-day'
import { say } from './words'

interface Options {
  readonly json?: true
  readonly blankAnswers?: true
  readonly exampleAnswers?: true
}

/** `portal forms`: lists the forms, or prints one as plain data, or answers to it. */
export function registerForms(program: Command): void {
  program
    .command('forms')
    .description(say('forms', 'description'))
    .argument('[form]', say('forms', 'form'))
    .addOption(new Option('--json', say('forms', 'json')))
    .addOption(new Option('--blank-answers', say('forms', 'blank')).conflicts('json'))
    .addOption(new Option('--example-answers', say('forms', 'example')).conflicts(['json', 'blankAnswers']))
    .action((id: string | undefined, options: Options, command: Command) => {
      process.stdout.write(id === undefined ? listed(options, command) : `${JSON.stringify(printed(formOr(id, command), options, command), null, 2)}\n`)
    })
}

const words = wordsFor('en')

function listed(options: Options, command: Command): string {
  if (Object.keys(options).length > 0) command.error(say('forms', 'which', { forms: ids() }))
  return forms.map((form) => `${form.id}\t${words.text(`${form.id}:title`)}\n`).join('')
}

function printed(form: Form, options: Options, command: Command): object {
  const today = londonDayOf(new Date())
  if (options.json) return describeForm(form, words)
  if (options.blankAnswers) return blankAnswers(form, today)
  if (options.exampleAnswers) return exampleAnswers(form, today)
  return command.error(say('forms', 'what', { form: form.id }))
}

const formOr = (id: string, command: Command): Form => formNamed(id) ?? command.error(say('forms', 'unknown', { form: id, forms: ids() }))
const ids = () => forms.map(({ id }) => id).join(', ')

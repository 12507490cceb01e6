import { writeFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { readConfig } from '~/config.server'
import { blankRequest, type BlankCouncil } from '~/engine/blank-request'
import { formNamed, forms } from '~/forms'
import { languageNamed, languages } from '~/i18n/languages'
import { renderBlank } from '~/paper/render-blank'
import { orNo, placeOf } from './files'
import { say } from './words'

interface Options {
  readonly form: string
  readonly size: 'ordinary' | 'large'
  readonly fillable?: true
  readonly lang: string
  readonly out: string
}

/** `portal blank-form`: writes a form as a PDF to be filled in by hand or by typing. */
export function registerBlankForm(program: Command): void {
  program
    .command('blank-form')
    .description(say('blank-form', 'description'))
    .requiredOption('--form <id>', say('blank-form', 'form'))
    .requiredOption('--out <file.pdf>', say('blank-form', 'out'))
    .addOption(new Option('--size <size>', say('blank-form', 'size')).choices(['ordinary', 'large']).default('ordinary'))
    .addOption(new Option('--fillable', say('blank-form', 'fillable')).conflicts('size'))
    .option('--lang <code>', say('blank-form', 'lang'), 'en')
    .action(async ({ form: id, size, fillable, lang: language, out: file }: Options, command: Command) => {
      const form = formNamed(id) ?? command.error(say('blank-form', 'no-form', { form: id, forms: forms.map((each) => each.id).join(', ') }))
      if (!languageNamed(language)) command.error(say('blank-form', 'no-language', { language, languages: languages.map(({ code }) => code).join(', ') }))
      const out = placeOf(file)
      const pdf = await renderBlank(form, blankRequest(id, language, fillable ? 'fillable' : size, councilFor(command)))
      orNo(command, 'cannotWrite', file, () => writeFileSync(out, pdf))
      process.stdout.write(`${out}\n`)
    })
}

/** Only whom the form names is wanted, which the demo has too; the other settings are no matter here. */
function councilFor(command: Command): BlankCouncil {
  const { NODE_ENV, COUNCIL_FILE } = process.env
  return orNo(command, 'cannotRead', 'COUNCIL_FILE', () => readConfig({ NODE_ENV, COUNCIL_FILE, WAYMARK_MODE: 'demo' })).council
}

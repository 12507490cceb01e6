import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { readConfig } from '~/config.server'
import { checkAnswers } from '~/engine/check-answers'
import type { Answers, Form } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { summaryOf, withoutProtected } from '~/engine/summary'
import { formNamed, forms } from '~/forms'
import { languageNamed, languages } from '~/i18n/languages'
import { wordsFor } from '~/i18n/words'
import { londonDayOf } from '~/engine/london-day'
import { renderCopy } from '~/paper/render-copy'
import { faultSentences, jsonIn, orNo, placeOf } from './files'
import { no } from './no'

interface Options {
  readonly form: string
  readonly answers: string
  readonly lang: string
  readonly out: string
}

const say = (key: string, values?: Record<string, string>) => wordsFor('en').text(`paper:command.${key}`, values)

/** `portal copy`: prints answers as a PDF copy. They were never sent, so it is marked as a draft. */
export function registerCopy(program: Command): void {
  program
    .command('copy')
    .description(say('description'))
    .requiredOption('--form <id>', say('form'))
    .requiredOption('--answers <file.json>', say('answers'))
    .requiredOption('--out <file.pdf>', say('out'))
    .option('--lang <code>', say('lang'), 'en')
    .action(async (options: Options, command: Command) => {
      const form = formNamed(options.form) ?? command.error(say('noForm', { form: options.form, forms: forms.map(({ id }) => id).join(', ') }))
      if (!languageNamed(options.lang)) command.error(say('noLanguage', { language: options.lang, languages: languages.map(({ code }) => code).join(', ') }))
      const answers = answersIn(options.answers, form, command)
      const out = placeOf(options.out)
      const pdf = await draftOf(form, answers, options.lang, councilNameFor(command))
      orNo(command, 'cannotWrite', options.out, () => writeFileSync(out, pdf))
      process.stdout.write(`${out}\n`)
    })
}

function draftOf(form: Form, answers: Answers, language: string, councilName: string): Promise<Uint8Array> {
  const words = wordsFor(language)
  const summary = summaryOf(form, journeyOf(form, answers, londonDayOf(new Date())), words)
  return renderCopy({ summary: withoutProtected(summary, words.text('paper:copy.keptPrivate')), councilName })
}

/** Only the council's name is wanted, which the demo has too; the other settings are no matter here. */
function councilNameFor(command: Command): string {
  const { NODE_ENV, COUNCIL_FILE } = process.env
  return orNo(command, 'cannotRead', 'COUNCIL_FILE', () => readConfig({ NODE_ENV, COUNCIL_FILE, WAYMARK_MODE: 'demo' })).council.name
}

function answersIn(file: string, form: Form, command: Command): Answers {
  const { answers, faults } = checkAnswers(form, jsonIn(command, file))
  return faults.length > 0 ? no(command, faultSentences(faults)) : answers
}

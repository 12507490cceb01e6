import { writeFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { waysIn, isoDate } from '~/applications/facts'
import { copiesOf } from '~/applications/copies'
import { keyIn, type KeyedIn, type KeyInOutcome } from '~/applications/key-in'
import { openApplication } from '~/applications/open-application'
import type { Services } from '~/applications/services'
import type { CopyRequest, WayIn } from '~/engine/copy-request'
import { questionsOf, type Form } from '~/engine/form'
import { wordsOf } from '~/engine/naming'
import type { Problem } from '~/engine/read-page'
import { formNamed, forms } from '~/forms'
import { languageNamed, languages } from '~/i18n/languages'
import { wordsFor } from '~/i18n/words'
import { renderCopy } from '~/paper/render-copy'
import { faultSentences, jsonIn, placeOf } from './files'
import { no } from './no'
import { onStore, ownEnvironment } from './on-store'
import { say } from './words'

interface Options {
  readonly form: string
  readonly answers: string
  readonly receivedOn: string
  readonly by: string
  readonly how?: WayIn
  readonly lang: string
  readonly out?: string
}

const operator = { role: 'operator' } as const
const english = wordsFor('en')

/** `portal import-paper`: records a request that came on paper, by email, by phone or in person, with the day on which it came. */
export function registerImportPaper(program: Command): void {
  program
    .command('import-paper')
    .description(say('import-paper', 'description'))
    .requiredOption('--form <id>', say('import-paper', 'form'))
    .requiredOption('--answers <file.json>', say('import-paper', 'answers'))
    .requiredOption('--received-on <date>', say('import-paper', 'received-on'))
    .requiredOption('--by <name>', say('import-paper', 'by'))
    .addOption(new Option('--how <how>', say('import-paper', 'how')).choices(waysIn))
    .option('--lang <code>', say('import-paper', 'lang'), 'en')
    .option('--out <file.pdf>', say('import-paper', 'out'))
    .action(async (options: Options, command: Command) => {
      process.stdout.write(`${JSON.stringify(await imported(options, command), null, 2)}\n`)
    })
}

async function imported({ answers: file, lang, out, ...options }: Options, command: Command): Promise<object> {
  const form = formNamed(options.form) ?? command.error(say('import-paper', 'no-form', { form: options.form, forms: forms.map(({ id }) => id).join(', ') }))
  const receivedOn = isoDate.safeParse(options.receivedOn).data ?? command.error(say('import-paper', 'not-a-date', { on: options.receivedOn }))
  if (!languageNamed(lang)) command.error(say('import-paper', 'no-language', { language: lang, languages: languages.map(({ code }) => code).join(', ') }))
  const told = { ...options, receivedOn, answers: jsonIn(command, file), language: lang }
  const { keyedIn, copy } = await onStore(command, ownEnvironment(), async (services) => {
    const outcome = await keyIn(services, operator, form, told)
    if (!('keyedIn' in outcome)) return no(command, reasonOf(outcome, form))
    return { keyedIn: outcome.keyedIn, copy: await copyOf(services, form, outcome.keyedIn) }
  })
  if (out !== undefined) {
    const pdf = await renderCopy(copy)
    try {
      writeFileSync(placeOf(out), pdf)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return no(command, say('import-paper', 'no-copy', { reference: keyedIn.application.reference, file: out, reason: error.message }))
    }
  }
  return resultOf(keyedIn, copy, form)
}

/** The copy of what was typed in, as the family has it. */
async function copyOf(services: Services, form: Form, { application }: KeyedIn): Promise<CopyRequest> {
  const open = await openApplication(services, operator, form, application.reference, 'read')
  const facts = await services.store.facts(operator, application.id)
  const [copy] = await copiesOf(services, { ...open, actor: operator, form, facts }, services.wordsFor(application.language))
  if (!copy) throw new Error(`There is no copy of ${application.reference}`)
  return copy
}

function resultOf({ application, received, ...told }: KeyedIn, { hash, due }: CopyRequest, form: Form): object {
  const { how, keyedInBy } = received.details
  return {
    reference: application.reference,
    receivedOn: received.on,
    ...(how !== undefined && { how }),
    recordedAt: received.recordedAt,
    by: keyedInBy,
    hash,
    due: { decideBy: due?.decideBy, planBy: due?.planBy, finalBy: due?.finalBy },
    ...(told.email !== undefined && { email: told.email }),
    missing: problemTexts(form, told.missing),
    warnings: warningTexts(form, told.warnings),
    ignored: told.ignored,
    repeated: told.repeated,
  }
}

/** Why it was not recorded. */
function reasonOf(outcome: Exclude<KeyInOutcome, { keyedIn: KeyedIn }>, form: Form): string {
  if ('faults' in outcome) return faultSentences(outcome.faults)
  if ('refused' in outcome) return english.text(`api:refusals.${outcome.refused.code}`, { ...outcome.refused.values })
  if ('missing' in outcome) return [say('import-paper', 'no-request'), ...Object.entries(problemTexts(form, outcome.missing)).map(([id, text]) => `${id}: ${text}`)].join('\n')
  return say('import-paper', 'invalid' in outcome ? 'by-whom' : outcome.failed)
}

const saidIn = (form: Form) => wordsOf(form, english, english.text(`${form.id}:name`))
const questionIn = (form: Form, id: string) => questionsOf(form).find((each) => each.id === id)

const problemTexts = (form: Form, problems: readonly Problem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.flatMap(({ question: id, code }) => textOf(form, id, (question) => saidIn(form).problem(question, code))))

const warningTexts = (form: Form, warnings: KeyedIn['warnings']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(warnings).flatMap(([id, code]) => textOf(form, id, (question) => saidIn(form).warning(question, code))))

function textOf(form: Form, id: string, text: (question: NonNullable<ReturnType<typeof questionIn>>) => string): (readonly [string, string])[] {
  const question = questionIn(form, id)
  return question ? [[id, text(question)]] : []
}

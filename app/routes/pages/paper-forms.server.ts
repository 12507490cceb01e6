import type { Services } from '~/applications/services'
import type { Config } from '~/config.server'
import type { Context } from '~/context.server'
import { blankLooks, blankRequest, type BlankLook } from '~/engine/blank-request'
import type { PrintJob } from '~/engine/print-job'
import { formNamed } from '~/forms'
import { languageNamed } from '~/i18n/languages'
import type { PaperFormsView } from './paper-forms'

/** The files of a form on paper, under /paper/FORM/LANGUAGE/. */
const FILES: Readonly<Record<BlankLook, string>> = { ordinary: 'form.pdf', large: 'large-print.pdf', fillable: 'fillable.pdf' }

interface Asked {
  readonly form?: string
  readonly language?: string
  readonly file?: string
}

/** The blank form that an address asks for; undefined where there is none. The pseudo-language is for the demo. */
export function blankJobAt({ form = '', language = '', file = '' }: Asked, { council, mode }: Pick<Config, 'council' | 'mode'>): Extract<PrintJob, { kind: 'blank' }> | undefined {
  const look = blankLooks.find((each) => FILES[each] === file)
  const spoken = languageNamed(language)
  if (!look || !formNamed(form) || !spoken || (spoken.pseudo && mode !== 'demo')) return undefined
  return { kind: 'blank', ...blankRequest(form, language, look, council) }
}

/** Links to a form on paper in every look, with their type and, once they have been made, their length and size. */
export async function paperFormsOf({ visit: { words }, config, services }: Pick<Context, 'config' | 'visit'> & { readonly services: Pick<Services, 'printer'> }, form: string): Promise<PaperFormsView> {
  const say = (key: string, values?: Record<string, string | number>) => words.text(`paper:links.${key}`, values)
  const links = blankLooks.map(async (look) => {
    const name = say(look)
    const made = await services.printer.kept({ kind: 'blank', ...blankRequest(form, words.language, look, config.council) })
    const text = made ? say('made', { name, pages: made.pages, size: Math.ceil(made.bytes / 1000) }) : say('file', { name })
    return { href: `/paper/${form}/${words.language}/${FILES[look]}`, text }
  })
  return { heading: say('heading'), text: say('text'), links: await Promise.all(links) }
}

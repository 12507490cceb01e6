import { uploadsOf } from '~/applications/open-upload'
import type { DescribeOutcome } from '~/applications/describe-upload'
import type { Context } from '~/context.server'
import type { Page } from '~/engine/form'
import { problemWords, wordsOf } from '~/engine/naming'
import { typedFrom, typedOf } from '~/engine/read-page'
import { paperDetails } from '~/forms/paper-details'
import { questionViewOf } from '~/questions/view'
import type { FormView } from '../apply/form-view'
import type { PageView } from '../apply/page-view.server'
import { titleOf } from '../responses.server'
import type { Following } from './follow.server'
import { paperWords } from './paper-words.server'
import { papersPath } from './papers-path'
import { linesAbout } from './papers-view.server'

export interface PaperPageView extends FormView {
  readonly back: { readonly text: string; readonly href: string }
}

/** What was posted and not saved, and why. */
export type Refused = Exclude<DescribeOutcome, { readonly saved: unknown }> & { readonly posted: URLSearchParams }

const [about] = paperDetails.sections[0]?.pages as readonly [Page]

/** The page on which one file is described; undefined when there is no such file. */
export async function paperViewFor(context: Context, open: Following, id: string, refused: Refused | undefined): Promise<PaperPageView | undefined> {
  const { services, visit } = context
  const { words } = visit
  const upload = (await uploadsOf(services, open.actor, open.reference)).uploads.find((each) => each.id === id && each.state !== 'removed')
  if (!upload) return undefined
  const said = wordsOf(paperDetails, paperWords(words, open.form), open.name)
  const { title, intro, why } = said.page(about)
  const { questions } = about
  const problems = refused && 'reading' in refused ? problemWords(said, questions, refused.reading.problems) : []
  const posted = refused?.posted
  const say = (key: string) => words.text(`papers:details.${key}`)
  const common = (key: string) => words.text(`common:${key}`)
  return {
    title: titleOf(context, title, problems.length > 0),
    heading: title,
    caption: upload.name,
    isCalm: open.form.calm !== undefined,
    ...(open.form.calm && { aloud: words.tree<PageView['aloud']>('apply:page.aloud') }),
    ...(intro && { intro }),
    back: { text: say('back'), href: papersPath(open.reference) },
    questions: questions.map((each) => questionViewOf(each, said, paperDetails.needs)),
    typed: Object.fromEntries(questions.map((each) => [each.id, posted ? typedOf(each, (name) => posted.getAll(name)) : typedFrom(each, upload.details[each.id])])),
    problems: { title: common('problem'), list: problems },
    notes: refused && 'clash' in refused ? [[say('clash'), ...linesAbout(context, open, upload)].join(' ')] : [],
    unsaved: null,
    why: { summary: words.text('apply:page.why'), text: why, sees: words.text('apply:page.sees.council') },
    hidden: { csrf: visit.csrf(), base: String(upload.revision) },
    words: { continue: say('save'), errorTitle: titleOf(context, title, true), important: common('important'), notSaved: common('notSaved'), tooMuch: common('tooMuch') },
    session: null,
    needs: paperDetails.needs,
    known: {},
  }
}

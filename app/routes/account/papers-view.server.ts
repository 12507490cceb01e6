import type { Actor } from '~/applications/actor'
import { isPhoto } from '~/applications/join-photos'
import { uploadsOf } from '~/applications/open-upload'
import { openerOf } from '~/applications/openers'
import { closedBy } from '~/applications/standing'
import { cameAt, fileTypes, mediumNamed, type Opening, type Upload } from '~/applications/uploads'
import type { Context } from '~/context.server'
import { otherWaysOf } from '~/engine/other-ways'
import { journeyOf } from '~/engine/journey'
import { londonDayOf } from '~/engine/london-day'
import { wordsOf } from '~/engine/naming'
import { summaryOf } from '~/engine/summary'
import { paperDetails } from '~/forms/paper-details'
import type { TagColour } from '~/ui/tag'
import type papers from '../../../locales/en/papers.json'
import { applyPath } from '../apply/apply.server'
import { titleOf } from '../responses.server'
import type { Following } from './follow.server'
import { joinPath } from './join-view.server'
import { paperWords } from './paper-words.server'
import { papersPath } from './papers-path'
import type { KnownFile } from './send-file'

/** What a form with files can lead to that its list must say first. */
const TOLD = ['none', 'too-many', 'too-much-today', 'closed', 'not-saved'] as const

const MB = 1024 * 1024
const COLOURS: Readonly<Record<Upload['state'], TagColour>> = { arriving: 'grey', checking: 'blue', ready: 'green', refused: 'red', removed: 'grey' }

export interface PaperView {
  readonly id: string
  readonly name: string
  readonly state: { readonly text: string; readonly colour: TagColour }
  /** What the state means, and what can be done. */
  readonly explained: string
  /** When it came, how large it is, what it replaces, and what was said about it. */
  readonly lines: readonly string[]
  readonly actions: readonly { readonly href: string; readonly text: string; readonly name: string }[]
  /** The words on the button that takes it back. */
  readonly remove: string | null
  readonly opened: readonly string[]
}

/** A file of which some came: where it can be gone on with. */
export interface UnfinishedPaper extends KnownFile {
  readonly id: string
  readonly path: string
  readonly came: number
}

/** What a phone can make on the spot, in a box of its own. */
export interface Capture {
  readonly name: string
  readonly label: string
  readonly accept: string
  /** The camera that it begins with: the one that looks at whoever holds it, or away. */
  readonly capture: 'user' | 'environment'
}

const CAPTURES = { photo: { accept: 'image/*', capture: 'environment' }, voice: { accept: 'audio/*', capture: 'user' }, film: { accept: 'video/*', capture: 'user' } } as const

export interface PapersView {
  readonly title: string
  readonly isCalm: boolean
  readonly aloud: { readonly read: string; readonly stop: string } | null
  /** The question that files answer instead of words. */
  readonly about: string | null
  readonly back: { readonly text: string; readonly href: string }
  readonly words: Readonly<Record<'heading' | 'intro' | 'later' | 'list' | 'none' | 'opened' | 'lookAgain' | 'problem' | 'error' | 'important' | 'full', string>>
  /** Where this page is, and where its newest state is as data. */
  readonly path: string
  readonly newestPath: string
  readonly told: { readonly text: string; readonly isFault: boolean } | null
  readonly papers: readonly PaperView[]
  readonly add: (Readonly<Record<'heading' | 'label' | 'hint' | 'drop' | 'room' | 'button', string>> & { readonly accept: string; readonly captures: readonly Capture[] }) | null
  /** Where files arrive in pieces, and those that have not come whole. */
  readonly endpoint: string
  readonly unfinished: readonly UnfinishedPaper[]
  readonly sending: (typeof papers)['sending']
  /** Photos can be joined into one document. */
  readonly join: { readonly text: string; readonly href: string } | null
  /** The paper that what is sent now takes the place of. */
  readonly replaces: { readonly id: string; readonly help: string } | null
  readonly isChecking: boolean
  readonly csrf: string
}

const accepted = Object.values(fileTypes)
  .flatMap(({ endings }) => endings.map((each) => `.${each}`))
  .join(',')

export async function papersViewOf(context: Context, open: Following, search: URLSearchParams): Promise<PapersView> {
  const { services, visit, config } = context
  const { words } = visit
  const { uploadLimits: limits } = config
  const { uploads, openings } = await uploadsOf(services, open.actor, open.reference)
  const told = TOLD.find((each) => each === search.get('show'))
  const say = (key: string, values?: Record<string, string | number>) => words.text(`papers:${key}`, values)
  const left = limits.files - uploads.filter(({ state }) => state !== 'removed').length
  const used = uploads.filter(({ state }) => state !== 'removed' && state !== 'refused').reduce((sum, { size }) => sum + size, 0)
  const isClosed = open.application.sentAt !== undefined && closedBy(open.facts) !== undefined
  const answered = otherWaysOf(open.form).find(({ question }) => question.id === search.get('about'))
  const about = answered ? `?about=${answered.question.id}` : ''
  const isCalm = open.form.calm !== undefined
  const own = (key: string, values?: Record<string, number>) => say(isCalm ? `calm.${key}` : key, values)
  const heading = answered ? wordsOf(open.form, words, open.name).question(answered.question).label : own('heading')
  const replaced = uploads.find(({ id, state }) => id === search.get('replace') && state !== 'removed')
  return {
    title: titleOf(context, heading, told === 'none'),
    isCalm,
    aloud: isCalm ? words.tree('apply:page.aloud') : null,
    about: answered?.question.id ?? null,
    back: answered ? { text: say('backToQuestion'), href: applyPath(open.form.id, open.reference, answered.page) } : open.application.sentAt ? { text: say('back'), href: `/applications/${open.reference}` } : { text: say('backToForm'), href: applyPath(open.form.id, open.reference) },
    words: {
      heading,
      intro: answered ? say('calm.about') : own('intro'),
      later: say('later'),
      list: own('list.heading'),
      none: own('list.none'),
      opened: say('list.opened'),
      lookAgain: say('list.lookAgain'),
      problem: words.text('common:problem'),
      error: words.text('questions:error'),
      important: words.text('common:important'),
      full: say(isClosed ? 'told.closed' : 'add.full'),
    },
    path: papersPath(open.reference, about),
    newestPath: papersPath(open.reference, `/newest${about}`),
    told: told ? { text: say(`told.${told}`), isFault: told === 'none' } : null,
    papers: uploads.map((each) => paperViewOf(context, open, each, uploads, openings)).reverse(),
    add:
      isClosed || left <= 0
        ? null
        : {
            heading: replaced ? say('replace.heading', { name: replaced.name }) : own('add.heading'),
            label: own('add.label'),
            hint: own('add.hint', { file: limits.fileBytes / MB, video: limits.videoBytes / MB }),
            drop: say('add.drop'),
            captures: (isCalm ? (['photo', 'voice', 'film'] as const) : (['photo'] as const)).map((each) => ({ name: each, label: say(`add.${each}`), ...CAPTURES[each] })),
            room: say('add.room', { count: left, mb: Math.max(0, Math.floor((limits.bytes - used) / MB)) }),
            accept: accepted,
            button: say('add.button'),
          },
    endpoint: papersPath(open.reference, '/arriving'),
    unfinished: uploads.flatMap(({ id, name, state, expected }) => (state === 'arriving' && expected ? [{ id, name, ...expected, path: papersPath(open.reference, `/arriving/${id}`) }] : [])),
    sending: words.tree<(typeof papers)['sending']>('papers:sending'),
    replaces: replaced ? { id: replaced.id, help: say('replace.help') } : null,
    join: !isClosed && uploads.filter(isPhoto).length > 1 ? { text: say('join.heading'), href: joinPath(open.reference) } : null,
    isChecking: uploads.some(({ state }) => state === 'checking'),
    csrf: visit.csrf(),
  }
}

/** What was said about a file, a line for each answer. */
export function linesAbout({ services, visit }: Context, { form }: Following, { details }: Upload): readonly string[] {
  const said = summaryOf(paperDetails, journeyOf(paperDetails, details, services.clock.today()), paperWords(visit.words, form))
  return said.sections.flatMap(({ rows }) => rows.filter(({ lines }) => lines.length > 0).map(({ label, lines }) => `${label} ${lines.join(' ')}`))
}

/** Who opened a file and when, a line each. */
export const openedLines = ({ visit: { words } }: Context, reader: Actor, file: string, openings: readonly Opening[], place: Parameters<typeof openerOf>[2]): readonly string[] =>
  openings
    .filter(({ upload }) => upload === file)
    .map(({ by, at }) => words.text('papers:list.openedBy', { who: words.text(`papers:who.${openerOf(by, reader, place)}`), date: words.date(londonDayOf(new Date(at))), time: words.time(at) }))

function paperViewOf(context: Context, open: Following, upload: Upload, all: readonly Upload[], openings: readonly Opening[]): PaperView {
  const { words } = context.visit
  const { id, name, state, size, refused, replaces, scanned, expected, pictures } = upload
  const say = (key: string, values?: Record<string, string | number>) => words.text(`papers:${key}`, values)
  const sizeText = size < MB / 10 ? say('list.kb', { count: Math.max(1, Math.round(size / 1024)) }) : say('list.mb', { count: Math.round((size / MB) * 10) / 10 })
  const when = (at: string) => ({ date: words.date(londonDayOf(new Date(at))), time: words.time(at) })
  const replaced = all.find((each) => each.id === replaces)
  const action = (key: string, href: string) => ({ href, text: say(`list.${key}`), name })
  const isHere = state === 'ready' || state === 'checking'
  return {
    id,
    name,
    state: { text: say(`states.${state}`), colour: COLOURS[state] },
    explained: refused ? say(`refused.${refused}`, { save: say(`save.${mediumNamed(name)}`) }) : state === 'ready' ? (scanned ? '' : say('explain.unscanned')) : say(`explain.${expected ? 'unfinished' : state}`),
    lines: [
      ...(isHere ? [say('list.sent', { ...when(cameAt(upload)), size: sizeText })] : []),
      ...(expected ? [say('list.came', { percent: Math.floor((expected.came / expected.size) * 100) })] : []),
      ...(replaced ? [say('list.replaces', { name: replaced.name })] : []),
      ...linesAbout(context, open, upload),
    ],
    actions: [
      ...(state === 'ready' && pictures ? [action('look', papersPath(open.reference, `/${id}/look`))] : []),
      ...(state === 'ready' ? [action('open', papersPath(open.reference, `/${id}/file`))] : []),
      ...(isHere ? [action('describe', papersPath(open.reference, `/${id}`)), action('replace', papersPath(open.reference, `?replace=${id}#add`))] : []),
    ],
    remove: state === 'removed' ? null : say('list.remove'),
    opened: openedLines(context, open.actor, id, openings, open.form.evidence ? 'school' : 'family'),
  }
}

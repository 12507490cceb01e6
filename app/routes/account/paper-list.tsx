import { useCallback, useEffect, useRef, useState, type DragEvent, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { Details } from '~/ui/details'
import { ErrorSummary } from '~/ui/error-summary'
import { FileUpload } from '~/ui/file-upload'
import { NotificationBanner } from '~/ui/notification-banner'
import { ReadAloud } from '~/ui/read-aloud'
import { Tag } from '~/ui/tag'
import { TextList } from '~/ui/text-list'
import type { PapersView, PaperView } from './papers-view.server'
import { SendingList } from './sending-list'
import { isSameFile, useSending } from './use-sending'

const LOOK_AGAIN = 3000
const INPUT = 'files'

/** The files of a request and a form to add more. Without scripts, one plain input that takes several; with them, each file says how far it is. */
export const PaperList = ({ view: served }: { view: PapersView }) => {
  const { view, onArrived } = useNewest(served)
  const { words, told, papers, add, replaces, about, csrf } = view
  const page = useRef<HTMLDivElement>(null)
  const sending = useSending(view, onArrived)
  const drop = useDrop(sending.begin)
  // What this page sends is in its own list.
  const elsewhere = (id: string) => !view.unfinished.some((each) => each.id === id && sending.files.some((file) => isSameFile(file, each)))
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="file"]')]
    const picked = boxes.flatMap((box) => [...(box.files ?? [])])
    // Nothing was picked: the server says so.
    if (picked.length === 0) return
    event.preventDefault()
    for (const box of boxes) box.value = ''
    sending.begin(picked)
  }
  return (
    <div className={view.isCalm ? 'govuk-grid-row wm-calm' : undefined}>
      <div ref={page} className={view.isCalm ? 'govuk-grid-column-two-thirds' : undefined}>
        {told?.isFault ? <ErrorSummary title={words.problem} focusOnMount errors={[{ message: told.text, href: `#${INPUT}` }]} /> : null}
        {told && !told.isFault ? (
          <NotificationBanner title={words.important} role="alert" focusOnMount>
            <p className="govuk-notification-banner__heading">{told.text}</p>
          </NotificationBanner>
        ) : null}
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        <p className="govuk-body">{words.later}</p>
        {add ? (
          <form method="post" encType="multipart/form-data" action={view.path} onSubmit={onSubmit} id="add" aria-label={add.heading}>
            <input type="hidden" name="csrf" value={csrf} />
            {replaces ? <input type="hidden" name="replaces" value={replaces.id} /> : null}
            {about ? <input type="hidden" name="about" value={about} /> : null}
            <h2 className="govuk-heading-m">{add.heading}</h2>
            {replaces ? <p className="govuk-body">{replaces.help}</p> : null}
            <div className={classNames('wm-drop', drop.isOver && 'wm-drop--over')} {...drop.handlers}>
              <FileUpload
                label={add.label}
                hint={add.hint}
                error={told?.isFault ? told.text : undefined}
                errorPrefix={words.error}
                name={INPUT}
                accept={add.accept}
                multiple={!replaces}
                aria-invalid={told?.isFault ? true : undefined}
              />
              {drop.isOffered ? <p className="govuk-hint">{add.drop}</p> : null}
              {add.captures.map((each) => (
                <div key={each.name} className="wm-camera">
                  <FileUpload errorPrefix={words.error} {...each} />
                </div>
              ))}
            </div>
            <Button>{add.button}</Button>
            <p className="govuk-hint">{add.room}</p>
          </form>
        ) : (
          <p className="govuk-body">{words.full}</p>
        )}
        <SendingList files={sending.files} words={view.sending} onStop={sending.stop} onRetry={sending.retry} />
        <h2 className="govuk-heading-m">{words.list}</h2>
        {papers.length === 0 ? <p className="govuk-body">{words.none}</p> : null}
        {view.join ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.join.href}>
              {view.join.text}
            </a>
          </p>
        ) : null}
        <ul className="govuk-list wm-papers">
          {papers
            .filter(({ id }) => elsewhere(id))
            .map((paper) => (
              <li key={paper.id}>
                <Paper paper={paper} csrf={csrf} opened={words.opened} />
              </li>
            ))}
        </ul>
        {view.isChecking ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.path}>
              {words.lookAgain}
            </a>
          </p>
        ) : null}
        {view.aloud ? <ReadAloud words={view.aloud} of={page} /> : null}
      </div>
    </div>
  )
}

const Paper = ({ paper, csrf, opened }: { paper: PaperView; csrf: string; opened: string }) => (
  <div className="govuk-summary-card">
    <div className="govuk-summary-card__title-wrapper">
      <h3 className="govuk-summary-card__title">{paper.name}</h3>
      <Tag colour={paper.state.colour}>{paper.state.text}</Tag>
    </div>
    <div className="govuk-summary-card__content">
      {paper.explained ? <p className="govuk-body">{paper.explained}</p> : null}
      {paper.lines.map((line) => (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ))}
      {paper.opened.length > 0 ? (
        <Details summary={opened}>
          <TextList texts={paper.opened} />
        </Details>
      ) : null}
      <div className="wm-papers__actions">
        {paper.actions.map(({ href, text }) => (
          <a key={href} className="govuk-link" href={href}>
            {text}
            <About name={paper.name} />
          </a>
        ))}
        {paper.remove ? (
          <form method="post" aria-label={`${paper.remove}: ${paper.name}`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button variant="secondary" name="remove" value={paper.id}>
              {paper.remove}
              <About name={paper.name} />
            </Button>
          </form>
        ) : null}
      </div>
    </div>
  </div>
)

/** Which file a link is about, for those who hear links alone. */
const About = ({ name }: { name: string }) => <span className="govuk-visually-hidden">: {name}</span>

/** A place that files can be dropped on, once scripts run. Whoever uses a keyboard picks them in the box inside it. */
function useDrop(take: (files: readonly File[]) => void) {
  const [isOffered, setIsOffered] = useState(false)
  const [isOver, setIsOver] = useState(false)
  useEffect(() => setIsOffered(true), [])
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      take([...event.dataTransfer.files])
    },
  }
  return { isOffered, isOver, handlers }
}

/**
 * The list as it is now: asked for again while something is checked, and when a file has arrived. What the page was opened to say stays
 * until then, for those who still read it.
 */
function useNewest(served: PapersView) {
  const [view, setView] = useState(served)
  const look = useCallback(
    async (from: (newest: PapersView, shown: PapersView) => PapersView) => {
      const answer = await fetch(served.newestPath, { redirect: 'error' }).catch(() => undefined)
      // Without a network the list stays as it was, and says nothing that is not so.
      if (!answer?.ok) return
      const newest = (await answer.json()) as PapersView
      setView((shown) => from(newest, shown))
    },
    [served.newestPath],
  )
  const onArrived = useCallback(() => look((newest) => newest), [look])
  useEffect(() => {
    if (!view.isChecking) return
    const timer = setTimeout(() => void look((newest, { title, told }) => ({ ...newest, title, told })), LOOK_AGAIN)
    return () => clearTimeout(timer)
  }, [view, look])
  useEffect(() => void (document.title = view.title), [view.title])
  return { view, onArrived }
}

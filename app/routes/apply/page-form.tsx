import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import type { Resolver } from 'react-hook-form'
import { readPage } from '~/engine/read-page'
import { fieldId, QuestionField } from '~/questions/question-field.web'
import { questionFrom } from '~/questions/view'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { ButtonGroup } from '~/ui/button-group'
import { Details } from '~/ui/details'
import { ErrorSummary } from '~/ui/error-summary'
import { ExitThisPage } from '~/ui/exit-this-page'
import { InsetText } from '~/ui/inset-text'
import { NotificationBanner } from '~/ui/notification-banner'
import { ReadAloud } from '~/ui/read-aloud'
import { SavedLine } from '~/ui/saved-line'
import { SummaryList } from '~/ui/summary-list'
import { LineSymbol } from '~/ui/symbol'
import type { FormView } from './form-view'
import { HelpNow } from './help-now'
import { RepeatList } from './repeat-list'
import { StillThere } from './still-there'
import { useAutosave } from './use-autosave'
import { useCheckedForm } from './use-checked-form'

/** A harmless page that says nothing about where somebody was. */
const SAFE_PLACE = 'https://www.bbc.co.uk/weather'

/**
 * One screen of questions. Without scripts it is a plain form; with them, the same schemas check it before it is sent, and what is
 * typed is kept as it is typed. Sending is always the browser's own, so focus, title and history behave as they do without scripts.
 */
export const PageForm = ({ view }: { view: FormView }) => {
  const element = useRef<HTMLFormElement>(null)
  const questions = useMemo(() => view.questions.map(questionFrom), [view.questions])
  // What the browser would send, read by the same schemas as on the server.
  const problemsNow = () => {
    const data = new FormData(element.current ?? undefined)
    return readPage(questions, (name) => data.getAll(name), view.known, view.needs).problems
  }
  const resolver: Resolver = () => {
    const errors = Object.fromEntries(problemsNow().map(({ question, box, code }) => [question, { type: box, message: textOf(view, question, code) }]))
    return { values: {}, errors }
  }
  const { errors, register, handleSubmit } = useCheckedForm(resolver)
  const [attempts, setAttempts] = useState(0)
  const autosave = useAutosave(element, view)
  // What the form carries is what the server now holds, so Continue lets go of exactly that.
  const carried = autosave.heardAt && { typedAt: autosave.heardAt }

  const found = view.questions.flatMap(({ id }) => {
    const error = errors[id]
    return error ? [{ question: id, box: String(error.type ?? ''), text: String(error.message ?? '') }] : []
  })
  const problems = attempts > 0 ? found : view.problems.list
  const isInError = problems.length > 0
  useEffect(() => {
    document.title = isInError ? view.words.errorTitle : view.title
  }, [isInError, view])
  const unsaved = attempts === 0 ? view.unsaved : null
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.getAttribute('value') || problemsNow().length === 0) return autosave.stop()
    event.preventDefault()
    void handleSubmit(
      () => undefined,
      () => setAttempts((before) => before + 1),
    )()
  }

  const aloud = view.aloud ? <ReadAloud words={view.aloud} of={element} /> : null
  const alone = view.questions.length === 1
  const problemOf = (id: string) => problems.find((each) => each.question === id)
  return (
    <div className={classNames('govuk-grid-row', view.isCalm && 'wm-calm')}>
      <div className="govuk-grid-column-two-thirds">
        {view.exit ? (
          <ExitThisPage
            href={SAFE_PLACE}
            leavingText={view.exit.leaving}
            pressTwoMoreTimesText={view.exit.two}
            pressOneMoreTimeText={view.exit.one}
            timedOutText={view.exit.timedOut}
          >
            {view.exit.text}
          </ExitThisPage>
        ) : null}
        {isInError ? (
          <ErrorSummary
            key={attempts}
            title={view.problems.title}
            focusOnMount
            errors={problems.map(({ question, box, text }) => ({ message: text, href: `#${fieldId(question, box)}` }))}
          />
        ) : null}
        {unsaved ? (
          <NotificationBanner title={view.words.important} role="alert" focusOnMount>
            <h2 className="govuk-notification-banner__heading">{unsaved.heading}</h2>
            <p className="govuk-body">{unsaved.body}</p>
            {unsaved.link ? (
              <a className="govuk-notification-banner__link" href={unsaved.link.href}>
                {unsaved.link.text}
              </a>
            ) : null}
            {unsaved.drop ? <Drop hidden={view.hidden}>{unsaved.drop}</Drop> : null}
          </NotificationBanner>
        ) : null}
        {view.clash ? <Clash clash={view.clash} hidden={view.hidden} important={view.words.important} focusOnMount={!isInError && !unsaved} /> : null}
        {view.notes.map((note) => (
          <InsetText key={note}>{note}</InsetText>
        ))}
        {view.helpNow ? <HelpNow help={view.helpNow} /> : null}
        {Object.entries(view.warnings ?? {}).map(([id, text]) => (
          <InsetText key={id}>{text}</InsetText>
        ))}
        {view.symbol ? (
          <div className="wm-symbols">
            <LineSymbol name={view.symbol} />
            {aloud}
          </div>
        ) : null}
        <form ref={element} method="post" noValidate aria-label={view.heading} onSubmit={onSubmit} onChange={autosave.onChange} onInput={autosave.onChange}>
          {Object.entries({ ...view.hidden, ...carried }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {view.caption ? <span className="govuk-caption-l">{view.caption}</span> : null}
          {alone ? null : <h1 className="govuk-heading-l">{view.heading}</h1>}
          {view.intro && !alone ? <p className="govuk-body">{view.intro}</p> : null}
          {view.repeat ? <RepeatList repeat={view.repeat} /> : null}
          {view.questions.map((question) => (
            <QuestionField
              key={question.id}
              view={question}
              typed={view.typed[question.id] ?? {}}
              problem={problemOf(question.id)}
              heading={alone}
              intro={alone ? view.intro : undefined}
              offers={view.offers?.[question.id]}
              register={register}
            />
          ))}
          {view.otherWays ? (
            <p className="govuk-body">
              {view.otherWays.text}{' '}
              <a className="govuk-link" href={view.otherWays.href}>
                {view.otherWays.link}
              </a>
            </p>
          ) : null}
          <Details summary={view.why.summary}>
            <p className="govuk-body">{view.why.text}</p>
            <p className="govuk-body">{view.why.sees}</p>
          </Details>
          <ButtonGroup>
            <Button>{view.words.continue}</Button>
            {view.words.saveAndExit ? (
              <Button variant="secondary" name="intent" value="exit">
                {view.words.saveAndExit}
              </Button>
            ) : null}
          </ButtonGroup>
        </form>
        {view.symbol ? null : aloud}
        {view.savedLine === undefined ? null : <SavedLine>{autosave.line}</SavedLine>}
        {view.session ? (
          <StillThere session={view.session} important={view.words.important} quietSince={autosave.heardAt} onStay={autosave.saveNow} />
        ) : null}
        {view.lookAgain ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.lookAgain.href}>
              {view.lookAgain.text}
            </a>
          </p>
        ) : null}
        {view.sendNow ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.sendNow.href}>
              {view.sendNow.text}
            </a>
            <br />
            {view.sendNow.help}
          </p>
        ) : null}
        {view.tasks ? (
          <p className="govuk-body">
            <a className="govuk-link" href={view.tasks.href}>
              {view.tasks.text}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}

const textOf = (view: FormView, id: string, code: string): string => view.questions.find((each) => each.id === id)?.errors[code] ?? ''

/** Lets go of what is typed and not saved. */
const Drop = ({ hidden, children }: { hidden: FormView['hidden']; children: string }) => (
  <form method="post">
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button variant="secondary" name="intent" value="drop">
      {children}
    </Button>
  </form>
)

/** Both answers of a page that was changed in two places. */
const Clash = ({ clash, hidden, important, focusOnMount }: { clash: NonNullable<FormView['clash']>; hidden: FormView['hidden']; important: string; focusOnMount: boolean }) => (
  <NotificationBanner title={important} focusOnMount={focusOnMount}>
    <h2 className="govuk-notification-banner__heading">{clash.heading}</h2>
    <p className="govuk-body">{clash.body}</p>
    <h3 className="govuk-heading-s">{clash.theirs}</h3>
    <SummaryList rows={clash.rows.map(({ label, lines }) => ({ label, value: lines.map((line, index) => <p key={index} className="govuk-body">{line}</p>) }))} />
    <Drop hidden={hidden}>{clash.keep}</Drop>
    <p className="govuk-body">{clash.yours}</p>
  </NotificationBanner>
)

import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** `late` is where we are too, when the date for it has passed. */
export type StageState = 'done' | 'now' | 'late' | 'to-come'

export type PathStage = {
  id: string
  state: StageState
  title: ReactNode
  /** A date in words, or how long it takes. */
  when: ReactNode
  /** What is happening: a `NowCard`, on the stage where we are. */
  card?: ReactNode
}

export type PathProps = {
  stages: readonly PathStage[]
  /** Says each state in words: "You are here" and "You are here: this is late" are seen by all, the others are read out. */
  stateText: Readonly<Record<StageState, ReactNode>>
}

const Tick = () => (
  <svg className="wm-path__tick" viewBox="0 0 14 14" focusable="false">
    <path fill="none" stroke="currentColor" strokeWidth="3" d="M1 7.5 5.2 11.5 13 3" />
  </svg>
)

const classesOf: Readonly<Record<StageState, string | false>> = {
  done: 'wm-path__stage--done',
  now: 'wm-path__stage--now',
  late: 'wm-path__stage--now wm-path__stage--late',
  'to-come': false,
}

const Stage = ({ stage, stateText }: { stage: PathStage; stateText: ReactNode }) => {
  const isHere = stage.state === 'now' || stage.state === 'late'
  return (
    <li className={classNames('wm-path__stage', classesOf[stage.state])} aria-current={isHere ? 'step' : undefined}>
      <span className="wm-path__marker" aria-hidden="true">
        {stage.state === 'done' ? <Tick /> : null}
      </span>
      {isHere ? <p className="wm-path__here">{stateText}</p> : null}
      <h2 className="wm-path__title" id={stage.id}>
        {isHere ? null : <span className="govuk-visually-hidden">{stateText} </span>}
        {stage.title}
      </h2>
      <p className="wm-path__when">{stage.when}</p>
      {stage.card}
    </li>
  )
}

/** Where an application is on its way, what is behind it and what lies ahead. */
export const Path = ({ stages, stateText }: PathProps) => (
  <ol className="wm-path">
    {stages.map((stage) => (
      <Stage key={stage.id} stage={stage} stateText={stateText[stage.state]} />
    ))}
  </ol>
)

import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type StageState = 'done' | 'now' | 'to-come'

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
  /** Says each state in words: "You are here" is seen by all, the others are read out. */
  stateText: Readonly<Record<StageState, ReactNode>>
}

const Tick = () => (
  <svg className="wm-path__tick" viewBox="0 0 14 14" focusable="false">
    <path fill="none" stroke="currentColor" strokeWidth="3" d="M1 7.5 5.2 11.5 13 3" />
  </svg>
)

const Stage = ({ stage, stateText }: { stage: PathStage; stateText: ReactNode }) => {
  const isNow = stage.state === 'now'
  return (
    <li className={classNames('wm-path__stage', stage.state !== 'to-come' && `wm-path__stage--${stage.state}`)} aria-current={isNow ? 'step' : undefined}>
      <span className="wm-path__marker" aria-hidden="true">
        {stage.state === 'done' ? <Tick /> : null}
      </span>
      {isNow ? <p className="wm-path__here">{stateText}</p> : null}
      <h2 className="wm-path__title" id={stage.id}>
        {isNow ? null : <span className="govuk-visually-hidden">{stateText} </span>}
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

import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type SummaryAction = ComponentPropsWithoutRef<'a'> & {
  href: string
  /** Words read after the link, unseen, that say what it is about ("your name"). */
  about?: ReactNode
}

export type SummaryRow = {
  label: ReactNode
  labelClassName?: string | undefined
  value: ReactNode
  valueClassName?: string | undefined
  actions?: readonly SummaryAction[] | undefined
  actionsClassName?: string | undefined
  className?: string | undefined
}

export type SummaryListProps = ComponentPropsWithoutRef<'dl'> & {
  rows: readonly SummaryRow[]
  /** Said after every action, unseen, when several lists on a page have the same rows. */
  cardTitle?: ReactNode
  bordered?: boolean | undefined
}

const Action = ({ about, cardTitle, className, children, ...rest }: SummaryAction & { cardTitle: ReactNode }) => (
  <a {...rest} className={classNames('govuk-link', className)}>
    {children}
    {about || cardTitle ? (
      <span className="govuk-visually-hidden">
        {about ? <> {about}</> : null}
        {cardTitle ? <> ({cardTitle})</> : null}
      </span>
    ) : null}
  </a>
)

const Row = ({ row, cardTitle, othersAct }: { row: SummaryRow; cardTitle: ReactNode; othersAct: boolean }) => {
  const { actions = [] } = row
  const [only] = actions
  return (
    <div
      className={classNames('govuk-summary-list__row', othersAct && !row.actions && 'govuk-summary-list__row--no-actions', row.className)}
    >
      <dt className={classNames('govuk-summary-list__key', row.labelClassName)}>{row.label}</dt>
      <dd className={classNames('govuk-summary-list__value', row.valueClassName)}>{row.value}</dd>
      {only ? (
        <dd className={classNames('govuk-summary-list__actions', row.actionsClassName)}>
          {actions.length === 1 ? (
            <Action {...only} cardTitle={cardTitle} />
          ) : (
            <ul className="govuk-summary-list__actions-list">
              {actions.map((action, index) => (
                <li key={index} className="govuk-summary-list__actions-list-item">
                  <Action {...action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      ) : null}
    </div>
  )
}

/** Questions and their answers, each with its Change link. */
export const SummaryList = ({ rows, cardTitle, bordered = true, className, ...rest }: SummaryListProps) => {
  const someAct = rows.some((row) => row.actions?.length)
  return (
    <dl {...rest} className={classNames('govuk-summary-list', !bordered && 'govuk-summary-list--no-border', className)}>
      {rows.map((row, index) => (
        <Row key={index} row={row} cardTitle={cardTitle} othersAct={someAct} />
      ))}
    </dl>
  )
}

export type SummaryCardProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode
  titleLevel?: 2 | 3 | 4 | undefined
  actions?: readonly SummaryAction[] | undefined
  rows: readonly SummaryRow[]
}

/** One of several alike things (a parent, a helper), with its own answers and actions. */
export const SummaryCard = ({ title, titleLevel = 2, actions = [], rows, className, ...rest }: SummaryCardProps) => {
  const Heading = `h${titleLevel}` as const
  const [only] = actions
  return (
    <div {...rest} className={classNames('govuk-summary-card', className)}>
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {only && actions.length === 1 ? (
          <div className="govuk-summary-card__actions">
            <Action {...only} cardTitle={title} />
          </div>
        ) : null}
        {actions.length > 1 ? (
          <ul className="govuk-summary-card__actions">
            {actions.map((action, index) => (
              <li key={index} className="govuk-summary-card__action">
                <Action {...action} cardTitle={title} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="govuk-summary-card__content">
        <SummaryList rows={rows} cardTitle={title} />
      </div>
    </div>
  )
}

import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type PanelProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode
  titleLevel?: 1 | 2 | undefined
}

/** Says that something important is done, with its reference. */
export const Panel = ({ title, titleLevel = 1, className, children, ...rest }: PanelProps) => {
  const Heading = `h${titleLevel}` as const
  return (
    <div {...rest} className={classNames('govuk-panel govuk-panel--confirmation', className)}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children ? <div className="govuk-panel__body">{children}</div> : null}
    </div>
  )
}

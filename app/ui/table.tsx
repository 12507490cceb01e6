import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type TableCell = ComponentPropsWithoutRef<'td'> & { numeric?: boolean | undefined }

export type TableProps = Omit<ComponentPropsWithoutRef<'table'>, 'children'> & {
  caption?: ReactNode
  captionClassName?: string | undefined
  head?: readonly TableCell[] | undefined
  rows: readonly (readonly TableCell[])[]
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean | undefined
}

/** Facts to compare, in rows and columns. */
export const Table = ({ caption, captionClassName, head, rows, firstCellIsHeader = false, className, ...rest }: TableProps) => (
  <table {...rest} className={classNames('govuk-table', className)}>
    {caption ? <caption className={classNames('govuk-table__caption', captionClassName)}>{caption}</caption> : null}
    {head ? (
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {head.map(({ numeric, className: cellClass, ...cell }, index) => (
            <th
              key={index}
              {...cell}
              scope="col"
              className={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric', cellClass)}
            />
          ))}
        </tr>
      </thead>
    ) : null}
    <tbody className="govuk-table__body">
      {rows.map((row, rowIndex) => (
        <tr key={rowIndex} className="govuk-table__row">
          {row.map(({ numeric, className: cellClass, ...cell }, index) =>
            firstCellIsHeader && index === 0 ? (
              <th key={index} {...cell} scope="row" className={classNames('govuk-table__header', cellClass)} />
            ) : (
              <td key={index} {...cell} className={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', cellClass)} />
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

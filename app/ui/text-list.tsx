import { classNames } from './class-names'

/** Short texts, one a line: with bullets, or numbered where they are steps. */
export const TextList = ({ texts, isNumbered = false }: { texts: readonly string[]; isNumbered?: boolean }) => {
  const List = isNumbered ? 'ol' : 'ul'
  return (
    <List className={classNames('govuk-list', isNumbered ? 'govuk-list--number' : 'govuk-list--bullet')}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </List>
  )
}
